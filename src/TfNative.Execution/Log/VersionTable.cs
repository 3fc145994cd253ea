namespace TfNative.Execution;

/// <summary>
/// Every content that a path is known to have had has a number. An action's record names the versions that it saw, so whether
/// an input is as it was is a comparison of two numbers, and going back to an older content is recognised.
/// Written under the log's lock. <see cref="PathOf"/> may be called at any time for a version that was handed out, and
/// <see cref="FindByStamp"/> for a path whose stamp nobody sets meanwhile: arrays grow by being replaced.
/// </summary>
internal sealed class VersionTable
{
    /// <summary>In a record: seen in a state that nothing can be said of. Never the current version of a path.</summary>
    public const int Unknown = -1;

    /// <summary>As that of the paths.</summary>
    private const int FirstRoom = 4096;

    private readonly List<int> _newestOfPath = [];
    private int[] _stampedVersions = [];
    private FileStamp[] _stamps = new FileStamp[FirstRoom];
    private int[] _paths = new int[FirstRoom];
    private Entry[] _entries = new Entry[FirstRoom];

    public VersionTable() => _stampedVersions = NoVersions(_stampedVersions, FirstRoom);

    public int Count { get; private set; }

    /// <summary>The path id of each version: one small array, for loops over millions of versions.</summary>
    public ReadOnlySpan<int> Paths => _paths;

    public int PathOf(int version) => _paths[version];

    public FileContent ContentOf(int version) => _entries[version].Content;

    /// <summary>The version of a path that has a content; -1 when there is none yet.</summary>
    public int Find(int path, in FileContent content)
    {
        if (path >= _newestOfPath.Count)
            return -1;
        int version = _newestOfPath[path];
        while (version >= 0 && _entries[version].Content != content)
            version = _entries[version].Previous;
        return version;
    }

    public int Add(int path, in FileContent content)
    {
        while (_newestOfPath.Count <= path)
            _newestOfPath.Add(-1);
        if (Count == _paths.Length)
        {
            // Readers that hold the old array find all older versions in it.
            Array.Resize(ref _paths, Count * 2);
            var entries = new Entry[Count * 2];
            Array.Copy(_entries, entries, Count);
            _entries = entries;
        }

        _paths[Count] = path;
        _entries[Count] = new Entry(_newestOfPath[path], content);
        return _newestOfPath[path] = Count++;
    }

    /// <summary>Remembers how a version looks to stat; a path has one such look, its last.</summary>
    /// <returns>Whether there was one before.</returns>
    public bool SetStamp(int version, in FileStamp stamp)
    {
        int path = PathOf(version);
        if (path >= _stamps.Length)
        {
            var stamps = new FileStamp[path * 2];
            Array.Copy(_stamps, stamps, _stamps.Length);
            _stamps = stamps;
            _stampedVersions = NoVersions(_stampedVersions, stamps.Length);
        }

        bool replaced = _stampedVersions[path] >= 0;
        _stampedVersions[path] = version;
        _stamps[path] = stamp;
        return replaced;
    }

    /// <summary>The version that a path has if it looks like this; -1 when its content must be read.</summary>
    public int FindByStamp(int path, in FileStamp stamp)
    {
        int[] versions = _stampedVersions; // replaced after _stamps, so that these are at least as many
        return path < versions.Length && versions[path] >= 0 && _stamps[path] == stamp ? versions[path] : -1;
    }

    /// <summary>The stamp that vouches for a version, if one does.</summary>
    public FileStamp? StampOf(int version) =>
        PathOf(version) is var path && path < _stamps.Length && _stampedVersions[path] == version ? _stamps[path] : null;

    /// <summary>How a path looked last, if that is known.</summary>
    public FileStamp? NewestStampOf(int path) =>
        path < _stamps.Length && _stampedVersions[path] >= 0 ? _stamps[path] : null;

    /// <summary>A larger table, in whose new places there is no version.</summary>
    private static int[] NoVersions(int[] old, int room)
    {
        var versions = new int[room];
        Array.Copy(old, versions, old.Length);
        for (int i = old.Length; i < room; i++)
            versions[i] = -1;
        return versions;
    }

    private readonly record struct Entry(int Previous, FileContent Content);
}
