using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>What Bazel 7.7.1 has behind --experimental_rule_extension_api, which is off: .bzl files that use it do not work there either.</summary>
internal static class ExperimentalApi
{
    public static StarlarkException Error(in CallContext c, string what) => c.Error(
        $"{what} is experimental in Bazel {BazelEnvironments.BazelVersion} (--experimental_rule_extension_api) and cannot be used here; "
        + "guard it as for that version of Bazel, or lay another .bzl file over this one with LinkFiles of the BazelRepository",
        BazelErrorCode.ExperimentalApi);

    /// <summary>A function that is an error to call.</summary>
    public static Builtin Function(string name) => new(name, "*args, **kwargs", (in CallContext c) => throw Error(c, name + "()"));
}
