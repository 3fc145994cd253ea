namespace TfNative.Bazel;

/// <summary>Hides folders: those that .bazelignore names (https://bazel.build/reference/glossary: ".bazelignore"), and where the
/// build itself puts what it makes. No glob goes into them, and no package is in them.</summary>
/// <param name="inner">What there is.</param>
/// <param name="folders">Absolute paths.</param>
/// <param name="outputBase">Absolute folder that may lie in one of them: repositories are made in it, and those are seen.</param>
public sealed class IgnoringFileSystem(IFileSystem inner, IEnumerable<string> folders, string outputBase) : IFileSystem
{
    private readonly string[] folders = [.. folders.Select(folder => folder.TrimEnd('/')).Distinct()];

    /// <summary>What .bazelignore of a workspace says: a path in each line, relative to it; comments begin with #.</summary>
    public static IEnumerable<string> ReadBazelIgnore(string workspace)
    {
        string file = workspace + "/.bazelignore";
        return File.Exists(file)
            ? File.ReadLines(file).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#').Select(line => $"{workspace}/{line}")
            : [];
    }

    public bool FileExists(string path) => !IsIgnored(path) && inner.FileExists(path);

    public bool DirectoryExists(string path) => !IsIgnored(path) && inner.DirectoryExists(path);

    public DirectoryListing ListDirectory(string path)
    {
        if (IsIgnored(path))
            return DirectoryListing.Missing;
        DirectoryListing all = inner.ListDirectory(path);
        return Array.Exists(folders, folder => folder.StartsWith(path + "/", StringComparison.Ordinal) && folder.IndexOf('/', path.Length + 1) < 0)
            ? DirectoryListing.Of(all.Entries.Where(entry => !IsIgnored($"{path}/{entry.Name}")))
            : all;
    }

    public string RealPath(string path) => inner.RealPath(path);

    public byte[] ReadAllBytes(string path) => inner.ReadAllBytes(path);

    public string ReadAllText(string path) => inner.ReadAllText(path);

    private bool IsIgnored(string path) => !IsIn(path, outputBase) && Array.Exists(folders, folder => IsIn(path, folder));

    private static bool IsIn(string path, string folder) =>
        path.StartsWith(folder, StringComparison.Ordinal) && (path.Length == folder.Length || path[folder.Length] == '/');
}
