using System.IO.Enumeration;

namespace TfNative.Bazel;

/// <summary>The disk.</summary>
public sealed class PhysicalFileSystem : IFileSystem
{
    /// <summary>As many links as Linux follows before it gives up.</summary>
    private const int MostLinks = 40;

    private static readonly EnumerationOptions AllEntries = new()
    {
        AttributesToSkip = 0,
        IgnoreInaccessible = false,
        ReturnSpecialDirectories = false,
    };

    private PhysicalFileSystem()
    {
    }

    public static PhysicalFileSystem Instance { get; } = new();

    public bool FileExists(string path) => File.Exists(path) && LeadsSomewhere(path);

    public bool DirectoryExists(string path) => Directory.Exists(path);

    public DirectoryListing ListDirectory(string path)
    {
        try
        {
            var found = new FileSystemEnumerable<DirectoryEntry>(path, Describe, AllEntries)
            {
                ShouldIncludePredicate = IsNoDanglingLink,
            };
            return DirectoryListing.Of(found);
        }
        catch (DirectoryNotFoundException)
        {
            return DirectoryListing.Missing;
        }
        catch (IOException) when (File.Exists(path))
        {
            // A file: to Bazel's rules a folder that does not exist.
            return DirectoryListing.Missing;
        }
    }

    public string RealPath(string path)
    {
        string[] parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        string real = "/";
        int links = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            string next = Path.Combine(real, parts[i]);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MostLinks)
                throw new IOException($"Too many levels of symbolic links: '{path}'");
            string[] replaced = Path.GetFullPath(target, real).Split('/', StringSplitOptions.RemoveEmptyEntries);
            parts = [.. replaced, .. parts[(i + 1)..]];
            real = "/";
            i = -1;
        }

        return real;
    }

    public byte[] ReadAllBytes(string path) => File.ReadAllBytes(path);

    public string ReadAllText(string path) => File.ReadAllText(path);

    private static DirectoryEntry Describe(ref FileSystemEntry entry) => new(
        entry.FileName.ToString(),
        entry.IsDirectory ? FileKind.Directory : FileKind.File,
        (entry.Attributes & FileAttributes.ReparsePoint) != 0);

    private static bool IsNoDanglingLink(ref FileSystemEntry entry) =>
        entry.IsDirectory
        || (entry.Attributes & FileAttributes.ReparsePoint) == 0
        || LeadsSomewhere(entry.ToFullPath());

    /// <summary>File.Exists is content with a link that leads to nothing.</summary>
    private static bool LeadsSomewhere(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true) is not { Exists: false };
        }
        catch (IOException)
        {
            return false;
        }
    }
}
