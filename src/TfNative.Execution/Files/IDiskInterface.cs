namespace TfNative.Execution;

/// <summary>
/// The file system as the executor uses it (ninja's DiskInterface). Paths are exec paths, relative to the
/// execution root, or absolute. Implementations may be called from several threads.
/// </summary>
internal interface IDiskInterface
{
    /// <summary>Nanoseconds since 1970, by the clock that file times come from: no file written from now on gets an
    /// earlier time.</summary>
    long Now { get; }

    FileStatus Stat(string path, bool followLinks = true);

    /// <summary>XxHash128 of a file's bytes.</summary>
    Hash128 Hash(string path);

    string ReadLink(string path);

    /// <summary>Names of a folder's entries, in no particular order.</summary>
    IEnumerable<string> List(string path);

    byte[] Read(string path);

    void Write(string path, ReadOnlySpan<byte> content, bool executable);

    void CreateSymlink(string path, string target);

    void Copy(string from, string to);

    /// <summary>Makes a folder and its parents; nothing when it is there.</summary>
    void CreateDirectory(string path);

    /// <summary>Removes a file, link, or folder with all that is in it; nothing when it is not there.</summary>
    void Delete(string path);

    /// <summary>Absolute path, for messages and links.</summary>
    string FullPath(string path);
}
