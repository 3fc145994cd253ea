using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>cc_common (https://bazel.build/rules/lib/toplevel/cc_common): C++ for rules written in Starlark.</summary>
internal static class CcCommonModule
{
    public static readonly ModuleValue Instance = new("cc_common",
    [
        new("CcToolchainInfo", BuiltinProviders.CcToolchain),
        new("do_not_use_tools_cpp_compiler_present", true),
        Function("merge_cc_infos", "*, direct_cc_infos=[], cc_infos=[]", static (in CallContext c) => CcInfo.Merge(
            [.. new[] { c[0], c[1] }.SelectMany(v => SequenceReader.Of(v) ?? []).Select(i => i.As<CcInfo>()).OfType<CcInfo>()], null)),
        Function("merge_compilation_contexts", "*, compilation_contexts=[]", static (in CallContext c) => MergeContexts(c[0])),
        Function("merge_linking_contexts", "*, linking_contexts=[]", static (in CallContext c) => CcLinkingContext.Merge(
            (SequenceReader.Of(c[0]) ?? []).Select(l => l.As<CcLinkingContext>()).OfType<CcLinkingContext>())),
    ]);

    private static CcCompilationContextValue MergeContexts(Value contexts)
    {
        CcCompilationContextValue[] all = [.. (SequenceReader.Of(contexts) ?? []).Select(v => v.As<CcCompilationContextValue>()).OfType<CcCompilationContextValue>()];
        return new(CcCompilationContext.Merge([.. all.Select(v => v.Context)]), all.FirstOrDefault()?.Values);
    }

    private static KeyValuePair<string, Value> Function(string name, string signature, BuiltinHandler handler) =>
        new(name, new Builtin(name, signature, handler));
}
