using System.Collections.Concurrent;

namespace TfNative.Bazel;

/// <summary>
/// Looks at each folder once and remembers what was looked at, so that a later build can tell whether loading would see
/// anything else. A file's existence is read from its folder's listing: asking for BUILD.bazel, BUILD and ten headers
/// costs one system call. May be used by many threads.
/// </summary>
/// <remarks>Lives as long as one evaluation: what changes on disk meanwhile is not seen.</remarks>
public sealed class CachingFileSystem(IFileSystem inner) : IFileSystem
{
    // Lazy, because two threads that want the same folder must not both list it.
    private readonly ConcurrentDictionary<string, Lazy<DirectoryListing>> listings = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> realPaths = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> readFiles = new(StringComparer.Ordinal);

    /// <summary>The folders that were listed and what they held, those that were asked for in vain included.</summary>
    public IEnumerable<KeyValuePair<string, DirectoryListing>> Listings =>
        listings.Where(listing => listing.Value.IsValueCreated)
            .Select(listing => KeyValuePair.Create(listing.Key, listing.Value.Value));

    /// <summary>The files that were read.</summary>
    public IEnumerable<string> ReadFiles => readFiles.Keys;

    public DirectoryListing ListDirectory(string path) =>
        listings.GetOrAdd(path, static (path, inner) => new(() => inner.ListDirectory(path)), inner).Value;

    public bool FileExists(string path) => Find(path, out bool isRoot)?.Kind == FileKind.File || (isRoot && inner.FileExists(path));

    public bool DirectoryExists(string path)
    {
        if (listings.TryGetValue(path, out Lazy<DirectoryListing>? listing) && listing.IsValueCreated)
            return listing.Value.Exists;
        return Find(path, out bool isRoot)?.Kind == FileKind.Directory || (isRoot && inner.DirectoryExists(path));
    }

    public string RealPath(string path) =>
        realPaths.GetOrAdd(path, static (path, inner) => inner.RealPath(path), inner);

    public byte[] ReadAllBytes(string path)
    {
        readFiles.TryAdd(path, true);
        return inner.ReadAllBytes(path);
    }

    public string ReadAllText(string path)
    {
        readFiles.TryAdd(path, true);
        return inner.ReadAllText(path);
    }

    private DirectoryEntry? Find(string path, out bool isRoot)
    {
        int slash = path.LastIndexOf('/');
        isRoot = slash <= 0;
        return isRoot ? null : ListDirectory(path[..slash]).Find(path[(slash + 1)..]);
    }
}
