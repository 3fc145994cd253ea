using TfNative.Execution;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>cc_common.link and create_linking_context_from_compilation_outputs (CcModule.java, CcLinkingHelper.java).</summary>
internal static class CcLinkFunctions
{
    public static readonly IReadOnlyList<Builtin> All =
    [
        new("link", "*, actions, name, feature_configuration, cc_toolchain, language=\"c++\", output_type=\"executable\", link_deps_statically=True, "
            + "compilation_outputs=None, linking_contexts=[], user_link_flags=[], stamp=0, additional_inputs=[], grep_includes=None, additional_outputs=[], "
            + "variables_extension={}, main_output=None, use_test_only_flags=False, pdb_file=None, win_def_file=None, never_link=False, test_only_target=False, "
            + "native_deps=False, whole_archive=False, additional_linkstamp_defines=[], only_for_dynamic_libs=False, link_artifact_name_suffix=\"\", "
            + "always_link=False, emit_interface_shared_library=False", Link),
        new("create_linking_context_from_compilation_outputs", "*, actions, name, feature_configuration, cc_toolchain, language=\"c++\", "
            + "disallow_static_libraries=False, disallow_dynamic_library=False, compilation_outputs, linking_contexts=[], user_link_flags=[], alwayslink=False, "
            + "additional_inputs=[], grep_includes=None, variables_extension={}, stamp=0, linked_dll_name_suffix=\"\", win_def_file=None, test_only_target=False", CreateContext),
    ];

    private static Value Link(in CallContext c)
    {
        RuleContext context = c.Object<StarlarkActions>(0, "actions").Rule;
        string name = c.String(1), type = c.String(5);
        bool shared = type == "dynamic_library";
        Artifact output = c[15].As<FileValue>()?.Artifact
            ?? context.DeclareFile(shared && !CcSources.IsSharedLibrary(name) ? CcLibraryLinking.LibraryName(name) + ".so" : name);
        BuildOptions options = context.Configuration.Options;
        bool pic = shared || options.ForcePic || options.Mode != CompilationMode.Opt;
        CompilationOutputs objects = c[7].As<CompilationOutputs>() ?? CompilationOutputs.Empty;
        if (type == "archive")
        {
            Artifact archive = CcLinker.Archive(context, CcLibraryLinking.LibraryName(name) + ".a", objects.PicObjects);
            return Outputs(context, new LibraryToLink(picStaticLibrary: () => archive) { Values = context.FileValues, Outputs = objects }, null);
        }

        CcLinker.Link(context, new()
        {
            Output = output,
            Shared = shared,
            StaticMode = c[6].Truth,
            Objects = pic ? objects.PicObjects : objects.Objects,
            Context = CcLinkingContext.Merge(CcContextFunctions.Items<CcLinkingContext>(c[8])),
            UserLinkFlags = CcContextFunctions.Strings(c[9]),
            AdditionalInputs = CcContextFunctions.Files(c[11]),
            Features = c[2].As<FeatureConfiguration>()?.Features ?? [],
        });
        if (!shared)
            return Outputs(context, null, output);
        Artifact link = SolibLink.Create(context, output, preserveName: !c[15].IsNone, prefixConsumer: false);
        return Outputs(context, new LibraryToLink(dynamicLibrary: () => link) { Values = context.FileValues }, null);
    }

    private static StructValue Outputs(RuleContext context, LibraryToLink? library, Artifact? executable) => new(
    [
        new("library_to_link", library is null ? Value.None : library),
        new("executable", executable is null ? Value.None : context.FileValues.Get(executable)),
    ]);

    private static Value CreateContext(in CallContext c)
    {
        RuleContext context = c.Object<StarlarkActions>(0, "actions").Rule;
        CompilationOutputs outputs = c.Object<CompilationOutputs>(7, "CcCompilationOutputs");
        CcLinkingContext[] dependencies = [.. CcContextFunctions.Items<CcLinkingContext>(c[8])];
        IReadOnlyList<string> flags = CcContextFunctions.Strings(c[9]);
        IReadOnlyList<Artifact> inputs = CcContextFunctions.Files(c[11]);
        // Without objects there are libraries all the same: callers look at what they get.
        LibraryToLink library = CcLibraryLinking.Create(
            context, c.String(1), outputs, c[10].Truth, dynamic: !c[6].Truth, CcLinkingContext.Merge(dependencies), flags, inputs,
            c[2].As<FeatureConfiguration>()?.Features ?? []);
        var own = new LinkerInput(context.Label, [library], flags, inputs) { Values = context.FileValues };
        return StarlarkTuple.Create(CcLinkingContext.Of(own, dependencies), Outputs(context, library, null));
    }
}
