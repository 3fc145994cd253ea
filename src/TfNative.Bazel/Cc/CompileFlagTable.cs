namespace TfNative.Bazel;

/// <summary>The segments at both ends of compile commands, for one mode and set of features.</summary>
internal sealed record CompileFlagTable(string[] Cxx, string[] C, string[] Assembler, string[] Trailing)
{
    // Features that add plain flags (unix_cc_toolchain_config.bzl).
    private static readonly Dictionary<string, string[]> Sanitizers = new(StringComparer.Ordinal)
    {
        ["asan"] = ["-fno-omit-frame-pointer", "-fno-sanitize-recover=all", "-fsanitize=address", "-fno-common"],
        ["tsan"] = ["-fno-omit-frame-pointer", "-fno-sanitize-recover=all", "-fsanitize=thread"],
        ["ubsan"] = ["-fno-omit-frame-pointer", "-fno-sanitize-recover=all", "-fsanitize=undefined"],
    };

    public static CompileFlagTable Create(CcToolchain toolchain, CompilationMode mode, IReadOnlyList<string> features)
    {
        var enabled = new HashSet<string>(features.Where(f => !f.StartsWith('-')), StringComparer.Ordinal);
        enabled.ExceptWith(features.Where(f => f.StartsWith('-')).Select(f => f[1..]));
        string[] common = [toolchain.CCompiler, .. toolchain.CompileFlags, .. toolchain.FlagsOfMode(mode)];
        string[] sanitizers = [.. Sanitizers.Where(s => enabled.Contains(s.Key)).SelectMany(s => s.Value)];
        string[] errors = enabled.Contains("treat_warnings_as_errors") ? ["-Werror"] : [];
        return new(
            [.. common, .. toolchain.CxxFlags, .. sanitizers],
            [.. common, .. sanitizers],
            common,
            [.. toolchain.UnfilteredCompileFlags, .. errors]);
    }
}
