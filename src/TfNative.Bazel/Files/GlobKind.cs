namespace TfNative.Bazel;

/// <summary>What a glob looks for.</summary>
public enum GlobKind
{
    /// <summary><c>glob(...)</c>.</summary>
    Files,

    /// <summary><c>glob(..., exclude_directories = 0)</c>.</summary>
    FilesAndDirectories,

    /// <summary><c>subpackages(...)</c>: the nearest packages below.</summary>
    Subpackages,
}
