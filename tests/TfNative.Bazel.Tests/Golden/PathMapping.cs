using System.Text.RegularExpressions;

namespace TfNative.Bazel.Tests.Golden;

/// <summary>
/// Writes paths of two builds alike: <c>bazel-out/k8-opt-exec-ST-1234/bin/a</c> is <c>{exec-bin}/a</c>, and
/// <c>bazel-out/k8-opt/bin/a</c> is <c>{bin}/a</c>. Everything else, <c>external/repo/a</c> too, is the same in both.
/// </summary>
public static partial class PathMapping
{
    public static string Map(string text) => Bin().Replace(text, match =>
        match.Groups[1].Value.Contains("-exec", StringComparison.Ordinal) ? "{exec-bin}" : "{bin}");

    [GeneratedRegex(@"bazel-out/([^/\s]+)/(?:bin|genfiles)(?![^/\s""':;,)])")]
    private static partial Regex Bin();
}
