namespace TfNative.Bazel;

/// <summary>What configuration_field() stands for (the @StarlarkConfigurationField methods of Bazel's fragments).</summary>
internal static class LateBoundDefaults
{
    private static readonly Dictionary<(string Fragment, string Name), string> Labels = new()
    {
        [("cpp", "cc_toolchain")] = "@bazel_tools//tools/cpp:toolchain",
        [("proto", "proto_compiler")] = "@com_google_protobuf//:protoc",
        [("proto", "proto_toolchain_for_cc")] = "@com_google_protobuf//:cc_toolchain",
    };

    /// <returns>A label, or null where nothing is configured.</returns>
    public static Label? Get(ConfigurationField field, BuildOptions options) =>
        options.NativeFlags.TryGetValue(field.Name, out IReadOnlyList<string>? set) && set.Count > 0 ? Label.Parse(set[^1], PackageId.MainRoot)
        : Labels.TryGetValue((field.Fragment, field.Name), out string? label) ? Label.Parse(label, PackageId.MainRoot)
        : null;
}
