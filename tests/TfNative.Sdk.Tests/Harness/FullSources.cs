using System.IO.Compression;

namespace TfNative.Sdk.Tests.Harness;

/// <summary>The sources of all of TensorFlow, which `build/get-sources.sh --group full` gets, and a real Bazel's answers about them.</summary>
internal static class FullSources
{
    private static readonly string Tree = Path.Combine(
        Environment.GetEnvironmentVariable("TFNATIVE_SOURCES") is { Length: > 0 } sources ? sources : Path.Combine(
            Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache ? cache : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
            "tfnative", "sources"),
        "tree");

    /// <summary>LLVM is the last that is unpacked.</summary>
    public static bool Exist => Directory.Exists(Tree) && Directory.EnumerateDirectories(Tree, "llvm-toolchain-17*").Any();

    /// <summary>The lines of an answer.</summary>
    public static HashSet<string> ReadGolden(string name)
    {
        string path = Path.Combine(Repository.Root, "tests/TfNative.Bazel.Tests/Golden/Data", name);
        using Stream file = File.OpenRead(File.Exists(path) ? path : path + ".gz");
        using var reader = new StreamReader(File.Exists(path) ? file : new GZipStream(file, CompressionMode.Decompress));
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
