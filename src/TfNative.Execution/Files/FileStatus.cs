namespace TfNative.Execution;

/// <summary>The answer of a stat call.</summary>
internal readonly record struct FileStatus(FileType Type, bool IsExecutable, FileStamp Stamp)
{
    public static FileStatus Missing => default;

    public bool Exists => Type != FileType.Missing;
}
