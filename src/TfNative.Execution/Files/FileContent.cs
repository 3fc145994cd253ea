namespace TfNative.Execution;

/// <summary>Everything about a file that can make a difference to an action that reads it.</summary>
/// <param name="Type">Missing for a file that is not there.</param>
/// <param name="IsExecutable">By its owner.</param>
/// <param name="Digest">XxHash128 of the bytes, of a link's text, or of a folder's entries.</param>
internal readonly record struct FileContent(FileType Type, bool IsExecutable, Hash128 Digest)
{
    public static FileContent Missing => default;

    // Written out, as the compiler's own would ask for comparers that are compiled at run time.
    public bool Equals(FileContent other) =>
        Type == other.Type && IsExecutable == other.IsExecutable && Digest == other.Digest;

    public override int GetHashCode() => Digest.GetHashCode();
}
