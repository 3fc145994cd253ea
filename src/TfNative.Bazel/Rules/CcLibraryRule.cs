using TfNative.Execution;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>cc_library() (https://bazel.build/reference/be/c-cpp#cc_library; Bazel's cc_library.bzl).</summary>
internal sealed class CcLibraryRule : IRuleImplementation
{
    public ProviderCollection Analyze(RuleContext context)
    {
        var target = new CcTarget(context);
        IReadOnlyList<CcInfo> deps = [.. target.Dependencies("deps"), .. target.Dependencies("interface_deps")];
        IReadOnlyList<CcInfo> implementationDeps = target.Dependencies("implementation_deps");
        CcCompilationContext compilation = target.CreateContext([.. deps.Select(d => d.Compilation)]);
        CompilationOutputs outputs = CompilationOutputs.Merge(
            [target.Precompiled.Objects, target.Compile(compilation, [.. implementationDeps.Select(d => d.Compilation)])], context.FileValues);

        CcLinkingContext[] dependencies = [.. deps.Concat(implementationDeps).Select(d => d.Linking)];
        IReadOnlyList<string> linkOpts = target.LinkOpts;
        IReadOnlyList<Artifact> inputs = [.. target.LinkerScripts, .. context.Files("additional_linker_inputs")];
        LibraryToLink? own = outputs.IsEmpty ? null : CcLibraryLinking.Create(
            context, context.Label.Name, outputs, context.GetBool("alwayslink"), dynamic: !context.GetBool("linkstatic"),
            CcLinkingContext.Merge(dependencies), linkOpts, inputs, target.Features);
        IReadOnlyList<LibraryToLink> precompiled = target.Precompiled.Libraries();

        CcLinkingContext linking = CcLinkingContext.Of(
            new LinkerInput(context.Label, own is null ? [] : [own], linkOpts, inputs) { Values = context.FileValues }, dependencies);
        if (precompiled.Count > 0)
        {
            linking = CcLinkingContext.Merge(
                [CcLinkingContext.Of(new LinkerInput(context.Label, precompiled, [], []) { Values = context.FileValues }, []), linking]);
        }

        return new ProviderCollection()
            .Add(new CcInfo(compilation, linking, context.FileValues))
            .Add(new DefaultInfo(own?.FilesToBuild() ?? NestedSet<Artifact>.Empty, null, RuleRunfiles.Collect(context, NestedSet<Artifact>.Empty, "deps", "data"), context.FileValues))
            .Add(OutputGroups(context, outputs, own));
    }

    /// <summary>Asking for one of them brings what makes it into the graph.</summary>
    private static OutputGroupInfo OutputGroups(RuleContext context, CompilationOutputs outputs, LibraryToLink? own)
    {
        var groups = new Dictionary<string, Depset>(StringComparer.Ordinal) { ["compilation_outputs"] = Group(() => outputs.PicObjects) };
        if (own is not null)
        {
            groups.Add("archive", Group(() => [own.StaticLibrary ?? own.PicStaticLibrary]));
            groups.Add("dynamic_library", Group(() => [own.ResolvedDynamicLibrary]));
        }

        return new(groups);

        Depset Group(Func<IEnumerable<Artifact?>> files) =>
            new(NestedSet<Value>.Deferred(() => [.. files().OfType<Artifact>().Select(file => (Value)context.FileValues.Get(file))]));
    }
}
