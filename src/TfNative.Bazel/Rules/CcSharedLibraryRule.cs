using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>cc_shared_library() (https://bazel.build/reference/be/c-cpp#cc_shared_library; Bazel's cc_shared_library.bzl).</summary>
internal sealed class CcSharedLibraryRule : IRuleImplementation
{
    public ProviderCollection Analyze(RuleContext context)
    {
        IReadOnlyList<ConfiguredTarget> roots = context.Prerequisites("deps") is { Count: > 0 } deps ? deps : context.Prerequisites("roots");
        if (roots.Count == 0)
            throw context.AttributeError("deps", "'cc_shared_library' must have at least one dependency in 'deps' (or 'roots')");
        if (roots.FirstOrDefault(r => r.Cc is null) is { } other)
            throw new BazelException(BazelErrorCode.MissingProvider, $"in deps attribute of cc_shared_library rule {context.Label}: '{other.Label}' does not have mandatory providers: 'CcInfo'", context.Rule.Location, context.Label);
        CcSharedLibraryInfo[] direct = CcSharedLibraryInfo.DirectDynamicDeps(context);
        NestedSet<CcSharedLibraryInfo> dynamicDeps = CcSharedLibraryInfo.Merge(direct);
        var chosen = new SharedLibraryInputs(context, roots, dynamicDeps, direct);

        string name = context.GetString("shared_lib_name");
        Artifact output = context.DeclareFile(name.Length > 0 ? name
            : CcSources.IsSharedLibrary(context.Label.Name) ? context.Label.Name : CcLibraryLinking.LibraryName(context.Label.Name) + ".so");
        CcLinker.Link(context, new()
        {
            Output = output,
            Shared = true,
            Context = new CcLinkingContext(NestedSet<LinkerInput>.Create(NestedSetOrder.Topological, chosen.Inputs, [])),
            UserLinkFlags = [.. context.GetStrings("user_link_flags").Select(f => context.ExpandLocations(f, context.Prerequisites("additional_linker_inputs")))],
            AdditionalInputs = [.. context.Files("additional_linker_inputs")],
            Features = [.. context.Rule.Package.Defaults.Features, .. context.GetStrings("features"), "force_no_whole_archive"],
        });
        Artifact link = SolibLink.Create(context, output, preserveName: name.Length > 0, prefixConsumer: false);
        var library = new LibraryToLink(dynamicLibrary: () => link) { Values = context.FileValues };
        bool once = context.Configuration.Options.NativeFlags.GetValueOrDefault("experimental_link_static_libraries_once") is not [.., "false"];
        NestedSet<Artifact> files = NestedSet<Artifact>.Of(output);
        return new ProviderCollection()
            .Add(new CcSharedLibraryInfo(
                dynamicDeps,
                [.. chosen.Exports.Concat(roots.Select(r => r.Label)).Distinct()],
                once ? chosen.LinkOnce : [],
                new LinkerInput(context.Label, [library, .. chosen.Precompiled], [], []) { Values = context.FileValues }))
            .Add(new OutputGroupInfo(new Dictionary<string, Depset>
            {
                ["main_shared_library_output"] = context.FileValues.ToDepset(files),
                ["interface_library"] = context.FileValues.ToDepset(files),
            }))
            .Add(new DefaultInfo(files, null, CollectRunfiles(context, output, link, chosen), context.FileValues));
    }

    private static Runfiles CollectRunfiles(RuleContext context, Artifact output, Artifact link, SharedLibraryInputs chosen)
    {
        IEnumerable<Artifact> own = new[] { output, link }.Concat(chosen.Precompiled.Select(p => p.DynamicLibrary).OfType<Artifact>());
        return RuleRunfiles.Collect(context, NestedSet<Artifact>.Of(own), "dynamic_deps", "data");
    }
}
