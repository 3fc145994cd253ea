namespace TfNative.Execution;

/// <summary>What stands at an artifact's path once it is made.</summary>
public enum ArtifactKind : byte
{
    /// <summary>A regular file (or a link that leads to one: its content counts).</summary>
    File,

    /// <summary>A tree artifact: everything below the folder counts (Bazel's <c>declare_directory</c>).</summary>
    Directory,

    /// <summary>A link of which only the target's text counts (Bazel's <c>declare_symlink</c>).</summary>
    Symlink,
}
