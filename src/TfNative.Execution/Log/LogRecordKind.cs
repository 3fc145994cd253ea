namespace TfNative.Execution;

/// <summary>The first number of a record's payload.</summary>
internal enum LogRecordKind
{
    /// <summary>A path: UTF-8. Brings in a path id.</summary>
    Path = 1,

    /// <summary>A content that a path once had: path id, <see cref="FileType"/> and executable bit (256), 16 bytes of
    /// digest. Brings in a version id.</summary>
    Version = 2,

    /// <summary>How a version looks to stat: version id, then size, mtime, ctime and inode, 8 bytes each.</summary>
    Stamp = 3,

    /// <summary>An argument of a command line, or a variable with its value: UTF-8. Brings in a word id.</summary>
    Word = 4,

    /// <summary>An action that ran well; see <see cref="LoggedAction"/>.</summary>
    Action = 5,

    /// <summary>An action that is no more: path id of its first output.</summary>
    Removed = 6,
}
