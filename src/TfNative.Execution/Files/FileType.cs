namespace TfNative.Execution;

/// <summary>What a path leads to.</summary>
internal enum FileType : byte
{
    Missing,
    File,
    Directory,
    Symlink,

    /// <summary>A device, socket or pipe.</summary>
    Other,
}
