namespace TfNative.Bazel;

/// <summary>The repositories that Bazel brings itself: small versions of them lie beside this assembly.</summary>
internal static class BuiltinRepositories
{
    public static IReadOnlyList<RepositoryDeclaration> All { get; } =
        [.. new[] { "bazel_tools", "platforms", "local_config_cc", "local_config_platform" }.Select(name => new RepositoryDeclaration
        {
            Name = name,
            Path = Path.Combine(Path.GetDirectoryName(typeof(BuiltinRepositories).Assembly.Location)!, "repositories", name),
        })];
}
