using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Which features of the toolchain are on for a rule (https://bazel.build/rules/lib/builtins/FeatureConfiguration).</summary>
public sealed class FeatureConfiguration : StarlarkObject
{
    // What Bazel's toolchain for gcc and clang on Linux has on by itself (unix_cc_toolchain_config.bzl).
    private static readonly string[] AlwaysOn =
    [
        "supports_pic", "supports_dynamic_linker", "default_compile_flags", "default_link_flags", "default_link_libs", "user_compile_flags",
        "user_link_flags", "unfiltered_compile_flags", "sysroot", "dependency_file", "random_seed", "pic", "preprocessor_defines",
        "includes", "include_paths", "external_include_paths", "compiler_input_flags", "compiler_output_flags", "shared_flag",
        "output_execpath_flags", "libraries_to_link", "library_search_directories", "runtime_library_search_directories",
        "archiver_flags", "strip_debug_symbols", "static_linking_mode",
    ];

    private readonly HashSet<string> enabled;

    internal FeatureConfiguration(RuleContext context, IEnumerable<string> requested, IEnumerable<string> unsupported)
    {
        Context = context;
        Features = [.. requested, .. unsupported.Select(f => "-" + f)];
        enabled = new(AlwaysOn, StringComparer.Ordinal) { NativeOptions.ModeName(context.Configuration.Options.Mode) };
        foreach (string feature in context.Configuration.Options.Features.Concat(Features))
        {
            if (feature.StartsWith('-'))
                enabled.Remove(feature[1..]);
            else
                enabled.Add(feature);
        }
    }

    /// <summary>"name" on, "-name" off, as rules pass them.</summary>
    public IReadOnlyList<string> Features { get; }

    /// <summary>The rule that it was made for.</summary>
    internal RuleContext Context { get; }

    public override string TypeName => "FeatureConfiguration";

    public bool IsEnabled(string feature) => enabled.Contains(feature);
}
