using TfNative.Execution;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>cc_common.compile (https://bazel.build/rules/lib/toplevel/cc_common#compile).</summary>
internal static class CcCompileFunction
{
    public static readonly Builtin Instance = new(
        "compile",
        "*, actions, feature_configuration, cc_toolchain, name, srcs=[], public_hdrs=[], private_hdrs=[], textual_hdrs=[], includes=[], "
        + "loose_includes=unbound, quote_includes=[], system_includes=[], framework_includes=[], defines=[], local_defines=[], include_prefix=\"\", "
        + "strip_include_prefix=\"\", user_compile_flags=[], conly_flags=[], cxx_flags=[], compilation_contexts=[], "
        + "implementation_compilation_contexts=[], disallow_pic_outputs=False, disallow_nopic_outputs=False, additional_inputs=[], "
        + "module_map=None, additional_module_maps=[], propagate_module_map_to_compile_action=True, do_not_generate_module_map=False, "
        + "code_coverage_enabled=False, hdrs_checking_mode=None, variables_extension={}, language=None, purpose=None, copts_filter=None, "
        + "separate_module_headers=[], module_interfaces=[], non_compilation_additional_inputs=[], additional_include_scanning_roots=[], "
        + "additional_exported_hdrs=[], grep_includes=None",
        Compile);

    private static Value Compile(in CallContext c)
    {
        RuleContext context = c.Object<StarlarkActions>(0, "actions").Rule;
        IReadOnlyList<string> features = c[1].As<FeatureConfiguration>()?.Features ?? [];
        string name = c.String(3);
        IReadOnlyList<Artifact> privateHeaders = [.. CcContextFunctions.Files(c[6]), .. CcContextFunctions.Files(c[4]).Where(f => !CcSources.IsCompiled(f.ExecPath))];
        CcCompilationContext own = CcContextBuilder.Create(context, new()
        {
            Name = name,
            PublicHeaders = CcContextFunctions.Files(c[5]),
            PrivateHeaders = privateHeaders,
            TextualHeaders = CcContextFunctions.Files(c[7]),
            Includes = CcContextFunctions.Strings(c[8]),
            QuoteIncludes = CcContextFunctions.Strings(c[10]),
            SystemIncludes = CcContextFunctions.Strings(c[11]),
            Defines = CcContextFunctions.Strings(c[13]),
            LocalDefines = CcContextFunctions.Strings(c[14]),
            IncludePrefix = c.String(15),
            StripIncludePrefix = c.StringOrNone(16) is { Length: > 0 } strip ? strip : null,
            Dependencies = Contexts(c[20]),
        });
        CcCompilationContext[] implementationOnly = Contexts(c[21]);
        CompilationOutputs outputs = CcCompiler.Compile(context, new()
        {
            Name = name,
            Sources = CcContextFunctions.Files(c[4]),
            Context = implementationOnly.Length == 0 ? own : CcCompilationContext.Create(own, implementationOnly),
            Copts = CcContextFunctions.Strings(c[17]),
            ConlyOpts = CcContextFunctions.Strings(c[18]),
            CxxOpts = CcContextFunctions.Strings(c[19]),
            Features = features,
            AdditionalInputs = CcContextFunctions.Files(c[24]),
        });
        return StarlarkTuple.Create(new CcCompilationContextValue(own, context.FileValues), outputs);
    }

    private static CcCompilationContext[] Contexts(Value contexts) =>
        [.. CcContextFunctions.Items<CcCompilationContextValue>(contexts).Select(v => v.Context)];
}
