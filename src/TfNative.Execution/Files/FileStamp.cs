namespace TfNative.Execution;

/// <summary>
/// What the file system says about a file without reading it. Two equal stamps are the same content, unless the file
/// is too young to tell (<see cref="IsOlderThan"/>). ctime and inode are there because tar, mv and cp -p set
/// the modification time to what they like (bazelbuild/bazel#18101).
/// </summary>
/// <param name="Size">Bytes; for a folder the number of entries below it.</param>
/// <param name="Modified">mtime in nanoseconds since 1970.</param>
/// <param name="Changed">ctime in nanoseconds since 1970; the modification time where there is no ctime.</param>
/// <param name="Inode">Number of the file on its file system; 0 where there is none.</param>
internal readonly record struct FileStamp(long Size, long Modified, long Changed, ulong Inode)
{
    /// <summary>Written before a moment: a later write, even in the clock's same tick, cannot have the same stamp.
    /// ccache has the same rule for files that are not older than the start of the compilation. The modification time
    /// does not count: it can be anything, also in the future.</summary>
    public bool IsOlderThan(long moment) => Changed < moment;
}
