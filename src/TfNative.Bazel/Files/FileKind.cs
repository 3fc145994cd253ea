namespace TfNative.Bazel;

/// <summary>What a folder's entry is, after links are followed.</summary>
public enum FileKind
{
    File,
    Directory,
}
