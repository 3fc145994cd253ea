using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>cc_binary() and cc_test() (https://bazel.build/reference/be/c-cpp#cc_binary; Bazel's cc_binary.bzl).</summary>
internal sealed class CcBinaryRule : IRuleImplementation
{
    public ProviderCollection Analyze(RuleContext context)
    {
        var target = new CcTarget(context);
        bool shared = context.GetBool("linkshared");
        IReadOnlyList<CcInfo> deps = [.. target.Dependencies("deps"), .. shared ? [] : target.Dependencies("link_extra_lib").Concat(target.Dependencies("malloc"))];
        CcCompilationContext compilation = target.CreateContext([.. deps.Select(d => d.Compilation)]);
        CompilationOutputs outputs = CompilationOutputs.Merge(
            [target.Compile(compilation, []), target.Precompiled.Objects], context.FileValues);

        Artifact output = context.DeclareFile(OutputName(context, shared));
        BuildOptions options = context.Configuration.Options;
        bool pic = shared || options.ForcePic || options.Mode != CompilationMode.Opt;
        IReadOnlyList<Artifact> additional = [.. context.Files("additional_linker_inputs")];
        var own = new LinkerInput(context.Label, target.Precompiled.Libraries(), target.LinkOpts, [.. target.LinkerScripts]) { Values = context.FileValues };
        CcLinkingContext linking = CcLinkingContext.Merge([CcLinkingContext.Of(own, []), Below(context, deps)]);
        CcLinker.Link(context, new()
        {
            Output = output,
            Shared = shared,
            StaticMode = context.GetBool("linkstatic"),
            Objects = pic ? outputs.PicObjects : outputs.Objects,
            Context = linking,
            AdditionalInputs = additional,
            Features = target.Features,
        });
        AddStripped(context, output);

        NestedSet<Artifact> files = NestedSet<Artifact>.Of(output);
        return new ProviderCollection()
            .Add(new CcInfo(compilation, CcLinkingContext.Empty, context.FileValues))
            .Add(new DefaultInfo(files, output, RunfilesTree.With(context, output, RuleRunfiles.Collect(context, files, "srcs", "deps", "data", "dynamic_deps")), context.FileValues));
    }

    /// <summary>What the dependencies add to the link: without what the shared libraries of dynamic_deps offer, and with these.</summary>
    private static CcLinkingContext Below(RuleContext context, IReadOnlyList<CcInfo> deps)
    {
        CcSharedLibraryInfo[] shared = CcSharedLibraryInfo.DirectDynamicDeps(context);
        if (shared.Length == 0)
            return CcLinkingContext.Merge(deps.Select(d => d.Linking));
        if (context.GetBool("linkshared"))
            throw context.AttributeError("dynamic_deps", "do not use 'linkshared' to build a shared library that depends on others; use cc_shared_library instead");
        ConfiguredTarget[] roots = [
            .. context.Prerequisites("deps").Concat(context.Prerequisites("link_extra_lib")).Concat(context.Prerequisites("malloc")).Where(root => root.Cc is not null),
        ];
        var chosen = new SharedLibraryInputs(context, roots, CcSharedLibraryInfo.Merge(shared), shared, isProgram: true);
        return new(NestedSet<LinkerInput>.Create(NestedSetOrder.Topological, chosen.Inputs, []));
    }

    /// <summary>A shared library keeps a name that looks like one: "libx.so", "libx.so.2"; others get it.</summary>
    private static string OutputName(RuleContext context, bool shared)
    {
        string name = context.Label.Name;
        return !shared || CcSources.IsSharedLibrary(name) ? name : CcLibraryLinking.LibraryName(name) + ".so";
    }

    private static void AddStripped(RuleContext context, Artifact output)
    {
        if (!context.Rule.ImplicitOutputs.TryGetValue("stripped_binary", out OutputFile? file))
            return;
        Artifact stripped = context.Environment.OutputArtifact(file.Label, context.Configuration);
        if (stripped.Generator is not null)
            return;
        CcToolchain toolchain = context.Environment.Toolchain;
        context.Graph.Add(new SpawnAction
        {
            Mnemonic = "CcStrip",
            Owner = context.Label.ToString(),
            Description = "Stripping " + output.ExecPath,
            CommandLine = CommandLine.Of(toolchain.Strip, "-S", "-p", "-o", stripped.ExecPath, output.ExecPath),
            Inputs = [output],
            Outputs = [stripped],
            Environment = toolchain.LinkEnvironment,
        });
    }
}
