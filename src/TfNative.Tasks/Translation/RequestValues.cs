using TfNative.Bazel;

namespace TfNative.Tasks.Translation;

/// <summary>A request as named texts: when one of them changes, the action graph is made anew, and the log says which.</summary>
internal static class RequestValues
{
    public static IReadOnlyDictionary<string, string> Of(TranslationRequest request)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            // Another build of the translator may translate otherwise.
            ["TfNative.Sdk"] = typeof(BazelTranslator).Module.ModuleVersionId.ToString() + typeof(RequestValues).Module.ModuleVersionId,
            ["BazelWorkspace"] = request.Workspace,
            ["BazelOutputBase"] = request.OutputBase,
            ["BazelIgnoredFolder"] = Lines(request.IgnoredFolders),
            ["BazelTarget"] = Lines(request.Targets),
            ["BazelHeaders"] = Lines(request.Headers.Select(headers => headers.ToString())),
            ["BazelRepositoryEnvironment"] = Lines(request.RepositoryEnvironment),
            ["BazelRepositoryProgram"] = Lines(request.RepositoryPrograms),
            ["BazelRepositoryDownload"] = Lines(request.RepositoryDownloads.Select(download => $"{download.Url} {download.Path}")),
            ["BazelBind"] = Lines(request.Binds),
            ["BazelRcFile"] = Lines(request.BazelRcFiles),
            ["BazelConfig"] = Lines(request.BazelConfigs),
            ["BazelActionEnvironment"] = Lines(request.ActionEnvironment),
            ["BazelDefine"] = Lines(request.Defines),
            ["BazelFlag"] = Lines(request.Flags),
            ["BazelCopt"] = Lines(request.Copts),
            ["BazelConlyopt"] = Lines(request.ConlyOpts),
            ["BazelCxxopt"] = Lines(request.CxxOpts),
            ["BazelLinkopt"] = Lines(request.LinkOpts),
            ["BazelHostCopt"] = Lines(request.HostCopts),
            ["BazelHostCxxopt"] = Lines(request.HostCxxOpts),
            ["BazelPerFileCopt"] = Lines(request.PerFileCopts.Select(
                copt => $"{string.Join(',', copt.Include)} -{string.Join(",-", copt.Exclude)} @{string.Join(',', copt.Options)}")),
            ["BazelCompilationMode"] = request.Mode.ToString(),
            ["BazelCpu"] = request.Cpu,
            ["NativeIsa"] = Lines([request.Isa, .. request.IsaVariants, .. request.IsaVariantLinkOpts]),
            ["BazelDistinctExecConfiguration"] = request.DistinctExecConfiguration ? "true" : "false",
            ["BazelVisibility"] = request.Visibility.ToString(),
            ["NativeToolchain"] = request.Toolchain.Describe(),
        };
        foreach (TargetOverride change in request.Overrides)
            values["BazelOverride " + change.Target] = Text(change);
        foreach (RepositoryDeclaration repository in request.Repositories)
            values["BazelRepository " + repository.Name] = Text(repository);
        return values;
    }

    private static string Text(RepositoryDeclaration repository) => string.Join('\n',
        [
            $"{repository.Path}|{repository.BuildFile}|{repository.PatchStrip}|{repository.Rule}|{repository.IsSystem}",
            .. repository.LinkFiles,
            .. repository.Patches,
            .. repository.RepositoryMapping,
            Lines(repository.Attributes),
        ]);

    private static string Text(TargetOverride change) => Lines(
        [change.ReplaceByEmpty ? "empty" : "", change.Optional ? "optional" : "", .. change.Edits.SelectMany(e => e.Remove.Select(r => $"{e.Attribute} - {r}").Concat(e.Add.Select(a => $"{e.Attribute} + {a}")))]);

    private static string Lines(IEnumerable<string> list) => string.Join('\n', list);

    /// <summary>Without LINQ's sorting of pairs, which is compiled at run time.</summary>
    private static string Lines(IReadOnlyDictionary<string, string> pairs)
    {
        var lines = new List<string>(pairs.Count);
        foreach ((string name, string value) in pairs)
            lines.Add($"{name}={value}");
        lines.Sort(StringComparer.Ordinal);
        return Lines((IEnumerable<string>)lines);
    }
}
