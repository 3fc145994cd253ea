using System.Security.Cryptography;
using System.Text;

namespace TfNative.Bazel;

/// <summary>What the making of a repository looked at. While all of it is as it was, the repository is too.</summary>
internal sealed class RepositoryInputs
{
    /// <summary>What was asked for by path, and a hash of what was there; "" where nothing was.</summary>
    public SortedDictionary<string, string> Files { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Folders that were listed, and a hash of the names.</summary>
    public SortedDictionary<string, string> Folders { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Environment variables that were read; null where one was not set.</summary>
    public SortedDictionary<string, string?> Environment { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Programs that were looked for, and where they were found.</summary>
    public SortedDictionary<string, string?> Programs { get; init; } = new(StringComparer.Ordinal);

    public void AddFile(string path) => Files[path] = HashFile(path);

    public void AddFolder(string path) => Folders[path] = HashFolder(path);

    /// <param name="environment">The variables as they are now.</param>
    /// <param name="find">Looks a program up.</param>
    public bool AreCurrent(IReadOnlyDictionary<string, string> environment, Func<string, string?> find) =>
        Environment.All(e => environment.GetValueOrDefault(e.Key) == e.Value)
        && Files.All(f => HashFile(f.Key) == f.Value)
        && Folders.All(f => HashFolder(f.Key) == f.Value)
        && Programs.All(p => find(p.Key) == p.Value);

    private static string HashFile(string path)
    {
        if (Directory.Exists(path))
            return "folder";
        return File.Exists(path) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))) : "";
    }

    private static string HashFolder(string path) => Directory.Exists(path)
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Names(path)))))
        : "";

    private static IEnumerable<string> Names(string path) =>
        Directory.EnumerateFileSystemEntries(path).Select(e => Path.GetFileName(e)!).Order(StringComparer.Ordinal);
}
