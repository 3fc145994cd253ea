using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>Makes archive and link actions with the arguments that Bazel would give (CppLinkActionBuilder.java).</summary>
internal static class CcLinker
{
    /// <summary>Links need much memory each: no more at a time than this.</summary>
    private static readonly ActionPool LinkPool = new("link", 2);

    /// <summary>An archive of objects.</summary>
    /// <param name="name">File name under the target's package.</param>
    public static Artifact Archive(RuleContext context, string name, IReadOnlyList<Artifact> objects)
    {
        Artifact output = context.DeclareFile(name);
        if (output.Generator is not null)
            return output;
        CcToolchain toolchain = context.Environment.Toolchain;
        string[] arguments = [.. objects.Select(o => o.ExecPath)];
        context.Graph.Add(new SpawnAction
        {
            Mnemonic = "CppArchive",
            Owner = context.Label.ToString(),
            Description = "Archiving " + output.ExecPath,
            // ar would add to what an earlier build left: the executor removes outputs before it runs an action.
            CommandLine = new CommandLine([toolchain.Archiver, "rcsD", output.ExecPath], arguments),
            ParamFiles = ParamFiles(output, 3, arguments),
            Inputs = [.. objects],
            Outputs = [output],
            Environment = toolchain.LinkEnvironment,
        });
        return output;
    }

    /// <summary>A program or shared library.</summary>
    public static void Link(RuleContext context, CcLinkRequest request)
    {
        CcToolchain toolchain = context.Environment.Toolchain;
        BuildOptions options = context.Configuration.Options;
        IReadOnlyList<LinkerInput> inputs = request.Context.Inputs.ToList();
        List<string> userFlags = [.. request.UserLinkFlags];
        foreach (LinkerInput input in inputs)
            userFlags.AddRange(input.UserLinkFlags);
        userFlags.AddRange(options.LinkOpts);

        bool shared = request.Shared || userFlags.Contains("-shared");
        bool pic = request.Shared;
        bool wholeArchive = shared && request.StaticMode && NeedsWholeArchive(options, request.Features);
        var files = new List<Artifact>(request.Objects);
        var libraries = new List<string>();
        foreach (Artifact item in request.Objects)
            AddLibrary(libraries, item.ExecPath, wholeArchive);
        var seen = new HashSet<Artifact>(request.Objects);
        var search = new LibrarySearchPaths(context, request.Output);
        foreach (LibraryToLink library in inputs.SelectMany(i => i.Libraries))
        {
            if (library.Choose(request.StaticMode, pic) is not { } chosen || !seen.Add(chosen.Library))
                continue;
            files.Add(chosen.Library);
            if (chosen.IsDynamic)
                libraries.Add(search.Add(chosen.Library));
            else
                AddLibrary(libraries, chosen.Library.ExecPath, wholeArchive || library.AlwaysLink);
        }

        string[] head =
        [
            toolchain.CCompiler, .. request.Shared ? (string[])["-shared"] : [], "-o", request.Output.ExecPath,
            .. options.IsExec || options.Mode == CompilationMode.FastBuild ? (string[])["-Wl,-S"] : [],
        ];
        string[] flags =
        [
            .. search.Arguments(), .. toolchain.LinkFlags, .. options.Mode == CompilationMode.Opt ? toolchain.OptLinkFlags : [],
            .. libraries, .. userFlags, .. toolchain.LinkLibraries,
        ];
        context.Graph.Add(new SpawnAction
        {
            Mnemonic = "CppLink",
            Owner = context.Label.ToString(),
            Description = "Linking " + request.Output.ExecPath,
            CommandLine = new CommandLine(head, flags),
            ParamFiles = ParamFiles(request.Output, head.Length, flags),
            Inputs = [.. files, .. request.AdditionalInputs, .. inputs.SelectMany(i => i.AdditionalInputs).Distinct()],
            Outputs = [request.Output],
            Environment = toolchain.LinkEnvironment,
            Pool = LinkPool,
        });
    }

    /// <summary>Source: CppLinkActionBuilder.needWholeArchive.</summary>
    private static bool NeedsWholeArchive(BuildOptions options, IReadOnlyList<string> features) =>
        !IsOn("force_no_whole_archive", options, features) && (options.LegacyWholeArchive || features.Contains("legacy_whole_archive"));

    /// <summary>What switches a feature off is stronger than what switches it on, wherever it stands.</summary>
    private static bool IsOn(string feature, BuildOptions options, IReadOnlyList<string> features) =>
        (features.Contains(feature) || options.Features.Contains(feature)) && !features.Contains("-" + feature) && !options.Features.Contains("-" + feature);

    private static void AddLibrary(List<string> arguments, string path, bool whole)
    {
        if (whole)
            arguments.Add("-Wl,-whole-archive");
        arguments.Add(path);
        if (whole)
            arguments.Add("-Wl,-no-whole-archive");
    }

    /// <summary>Long commands go through a response file, from the first argument that may.</summary>
    private static System.Collections.Immutable.ImmutableArray<ParamFile> ParamFiles(Artifact output, int first, string[] arguments) =>
        arguments.Sum(a => a.Length + 1) > 32_000
            ? [new ParamFile(output.ExecPath + "-0.params", first, arguments.Length, ParamFileFormat.GccQuoted)]
            : [];
}
