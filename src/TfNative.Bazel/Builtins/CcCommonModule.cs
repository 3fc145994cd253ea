using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>cc_common (https://bazel.build/rules/lib/toplevel/cc_common): C++ for rules written in Starlark.</summary>
internal static class CcCommonModule
{
    public static readonly ModuleValue Instance = new("cc_common",
    [
        new("CcToolchainInfo", BuiltinProviders.CcToolchain),
        new("do_not_use_tools_cpp_compiler_present", true),
        .. new[] { CcCompileFunction.Instance }.Concat(CcContextFunctions.All).Concat(CcLinkFunctions.All).Concat(CcCommandLineFunctions.All)
            .Select(f => new KeyValuePair<string, Value>(f.Name, f)),
    ]);
}
