using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>How much work a BUILD or .bzl file may make before it is taken for a mistake.</summary>
internal static class StarlarkLimits
{
    public static readonly Limits ForFiles = Limits.Default;
}
