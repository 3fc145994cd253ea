namespace TfNative.Bazel;

/// <summary>Bazel's own options as config_setting(values = ...) and transitions see them.</summary>
internal static class NativeOptions
{
    /// <summary>The values of an option, most recent last; null when we do not know the option.</summary>
    public static IReadOnlyList<string>? Get(BuildOptions options, string name) => name switch
    {
        "cpu" => [options.Cpu],
        "host_cpu" => [options.HostCpu],
        "compilation_mode" => [ModeName(options.Mode)],
        "compiler" => options.NativeFlags.TryGetValue(name, out IReadOnlyList<string>? set) ? set : [],
        "define" => [.. options.Defines.Select(d => $"{d.Key}={d.Value}")],
        "copt" => options.Copts,
        "cxxopt" => options.CxxOpts,
        "conlyopt" => options.ConlyOpts,
        "linkopt" => options.LinkOpts,
        "features" => options.Features,
        "is exec configuration" => [Bool(options.IsExec)],
        "force_pic" => [Bool(options.ForcePic)],
        _ => options.NativeFlags.TryGetValue(name, out IReadOnlyList<string>? given) ? given
            : Defaults.TryGetValue(name, out string? initial) ? (initial.Length == 0 ? [] : [initial]) : null,
    };

    /// <summary>Options that can be given several times.</summary>
    public static bool IsList(string name) => name is "copt" or "cxxopt" or "conlyopt" or "linkopt" or "features" or "define"
        or "host_copt" or "host_cxxopt" or "platforms" or "extra_toolchains" or "extra_execution_platforms" or "fat_apk_cpu" or "ios_multi_cpus";

    /// <summary>The options with one of them set.</summary>
    public static BuildOptions With(BuildOptions options, string name, IReadOnlyList<string> values) => name switch
    {
        "cpu" => options with { Cpu = values[^1] },
        "compilation_mode" => options with
        {
            Mode = values[^1] switch { "opt" => CompilationMode.Opt, "dbg" => CompilationMode.Dbg, _ => CompilationMode.FastBuild },
        },
        "copt" => options with { Copts = values },
        "cxxopt" => options with { CxxOpts = values },
        "conlyopt" => options with { ConlyOpts = values },
        "linkopt" => options with { LinkOpts = values },
        "features" => options with { Features = values },
        "force_pic" => options with { ForcePic = values is [.., "true"] },
        "define" => options with
        {
            Defines = values.Select(v => v.Split('=', 2)).GroupBy(v => v[0]).ToDictionary(g => g.Key, g => g.Last().ElementAtOrDefault(1) ?? "1"),
        },
        _ => options with { NativeFlags = new Dictionary<string, IReadOnlyList<string>>(options.NativeFlags) { [name] = values } },
    };

    public static string ModeName(CompilationMode mode) => mode switch
    {
        CompilationMode.Opt => "opt",
        CompilationMode.Dbg => "dbg",
        _ => "fastbuild",
    };

    private static string Bool(bool value) => value ? "true" : "false";

    // Defaults of options that BUILD files ask about. Source: https://bazel.build/reference/command-line-reference.
    private static readonly Dictionary<string, string> Defaults = new(StringComparer.Ordinal)
    {
        ["android_cpu"] = "armeabi-v7a",
        ["android_crosstool_top"] = "@bazel_tools//tools/android:emulators",
        ["android_grte_top"] = "",
        ["apk_signing_method"] = "v1_v2",
        ["apple_crosstool_top"] = "@bazel_tools//tools/cpp:toolchain",
        ["apple_platform_type"] = "macos",
        ["apple_split_cpu"] = "",
        ["build_python_zip"] = "auto",
        ["collect_code_coverage"] = "false",
        ["cs_fdo_instrument"] = "",
        ["crosstool_top"] = "@bazel_tools//tools/cpp:toolchain",
        ["dynamic_mode"] = "default",
        ["experimental_link_static_libraries_once"] = "true",
        ["fat_apk_cpu"] = "armeabi-v7a",
        ["fdo_instrument"] = "",
        ["fission"] = "no",
        ["force_python"] = "",
        ["grte_top"] = "",
        ["host_compilation_mode"] = "opt",
        ["host_crosstool_top"] = "",
        ["ios_cpu"] = "x86_64",
        ["ios_multi_cpus"] = "",
        ["ios_sdk_version"] = "",
        ["macos_cpus"] = "",
        ["objc_enable_binary_stripping"] = "false",
        ["platforms"] = "",
        ["python_version"] = "PY3",
        ["run_under"] = "",
        ["stamp"] = "false",
        ["start_end_lib"] = "true",
        ["strip"] = "sometimes",
        ["tvos_cpus"] = "",
        ["visionos_cpus"] = "",
        ["watchos_cpus"] = "",
        ["xcode_version"] = "",
    };
}
