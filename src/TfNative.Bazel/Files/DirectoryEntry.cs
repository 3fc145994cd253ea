namespace TfNative.Bazel;

/// <summary>One name in a folder.</summary>
/// <param name="Name">The name, without the folder.</param>
/// <param name="Kind">What it is, or what it links to.</param>
/// <param name="IsLink">Whether it is a symbolic link.</param>
public readonly record struct DirectoryEntry(string Name, FileKind Kind, bool IsLink = false);
