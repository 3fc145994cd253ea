using System.IO.Compression;

namespace TfNative.Bazel.Tests.Golden;

/// <summary>The files of Golden/Data.</summary>
internal static class GoldenData
{
    public static IEnumerable<string> ReadLines(string path)
    {
        string full = Path.Combine(AppContext.BaseDirectory, "Golden", "Data", path + ".gz");
        using var reader = new StreamReader(new GZipStream(File.OpenRead(full), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}
