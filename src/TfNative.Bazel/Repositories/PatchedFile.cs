namespace TfNative.Bazel;

/// <summary>A file as it is after a patch.</summary>
/// <param name="Path">Relative to the folder that is patched, <c>/</c> between its parts.</param>
/// <param name="Content">What it holds; null where the patch removes it.</param>
/// <param name="IsExecutable">Whether it is executable; null for as before.</param>
public sealed record PatchedFile(string Path, byte[]? Content, bool? IsExecutable = null);
