namespace TfNative.Bazel.Tests.Golden;

/// <summary>
/// The flags that a toolchain gives every compile or link, whatever the target says. They are no subject of the
/// comparison, but each command must have exactly those that are written here.
/// </summary>
public sealed record ToolchainFlags
{
    /// <summary>At a compile's beginning, in every mode.</summary>
    public required IReadOnlyList<string> Compile { get; init; }

    /// <summary>After those, by mode: <c>opt</c>, <c>fastbuild</c>, <c>dbg</c>.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> CompileByMode { get; init; }

    /// <summary>After those, for C++.</summary>
    public required IReadOnlyList<string> CompileCxx { get; init; }

    /// <summary>At a compile's end, before <c>-c</c>.</summary>
    public required IReadOnlyList<string> CompileEnd { get; init; }

    /// <summary>Flags anywhere in a link that the toolchain gives.</summary>
    public required IReadOnlySet<string> Link { get; init; }

    /// <summary>What stands at a link's end.</summary>
    public required IReadOnlyList<string> LinkEnd { get; init; }

    /// <summary>Bazel's own toolchain for gcc: unix_cc_toolchain_config.bzl as cc_configure fills it in.</summary>
    public static ToolchainFlags BazelGcc { get; } = new()
    {
        Compile =
        [
            "-U_FORTIFY_SOURCE", "-fstack-protector", "-Wall", "-Wunused-but-set-parameter", "-Wno-free-nonheap-object",
            "-fno-omit-frame-pointer",
        ],
        CompileByMode = new Dictionary<string, IReadOnlyList<string>>
        {
            ["opt"] = ["-g0", "-O2", "-D_FORTIFY_SOURCE=1", "-DNDEBUG", "-ffunction-sections", "-fdata-sections"],
            ["fastbuild"] = [],
            ["dbg"] = ["-g"],
        },
        CompileCxx = ["-std=c++14"],
        CompileEnd =
        [
            "-fno-canonical-system-headers", "-Wno-builtin-macro-redefined", "-D__DATE__=\"redacted\"",
            "-D__TIMESTAMP__=\"redacted\"", "-D__TIME__=\"redacted\"",
        ],
        Link = new HashSet<string>
        {
            "-Wl,-S", "-B/usr/bin", "-Wl,-no-as-needed", "-Wl,-z,relro,-z,now", "-pass-exit-codes", "-Wl,--gc-sections",
        },
        LinkEnd =
        [
            "-Wl,--push-state,-as-needed", "-lstdc++", "-Wl,--pop-state",
            "-Wl,--push-state,-as-needed", "-lm", "-Wl,--pop-state",
        ],
    };

    /// <summary>The flags that a compile of the mode begins with.</summary>
    public IEnumerable<string> Beginning(string mode, bool cxx) =>
        Compile.Concat(CompileByMode[mode]).Concat(cxx ? CompileCxx : []);

    /// <summary>The mode that a configuration's name tells: <c>k8-opt</c> is <c>opt</c>.</summary>
    public static string ModeOf(string configuration) =>
        configuration.Split('-').First(part => part is "opt" or "fastbuild" or "dbg");
}
