namespace TfNative.Bazel.Tests.Golden;

/// <summary>Where the sources are that Bazel's answers are about: build/get-sources.sh gets them.</summary>
internal static class GoldenSources
{
    /// <summary>The folder with one tree for each source.</summary>
    public static string Tree { get; } = Path.Combine(
        Environment.GetEnvironmentVariable("TFNATIVE_SOURCES")
        ?? Path.Combine(
            Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache ? cache : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
            "tfnative", "sources"),
        "tree");

    /// <summary>The folder of a source, whatever its version.</summary>
    /// <exception cref="DirectoryNotFoundException">It is not there: build/get-sources.sh has not been run.</exception>
    public static string Find(string name) =>
        (Directory.Exists(Tree) ? Directory.EnumerateDirectories(Tree, name + "-*") : [])
            .FirstOrDefault(d => char.IsAsciiDigit(Path.GetFileName(d)[name.Length + 1]))
        ?? throw new DirectoryNotFoundException($"no source '{name}' in {Tree}; run build/get-sources.sh");

    /// <summary>A path of Debian's Bazel packages, such as /usr/share/bazel/rules/cc.</summary>
    public static string FindInstalled(string path) =>
        Directory.EnumerateDirectories(Tree, "bazel-*").Select(d => d + path).FirstOrDefault(Directory.Exists)
        ?? throw new DirectoryNotFoundException($"no source has {path} in {Tree}; run build/get-sources.sh");
}
