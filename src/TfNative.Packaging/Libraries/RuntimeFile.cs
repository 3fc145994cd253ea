namespace TfNative.Packaging;

/// <summary>A file that has to be beside a program for it to run.</summary>
/// <param name="Path">Absolute path of where it was made.</param>
/// <param name="LinkTarget">The name of the file in the same folder that it is a symbolic link to; null for a file with content
/// of its own.</param>
public sealed record RuntimeFile(string Path, string? LinkTarget)
{
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Whether a path is a link to its neighbour, as libraries have them for their names: lib.so to lib.so.2.</summary>
    /// <remarks>Any other link only says where a file is.</remarks>
    /// <returns>The neighbour's name, or null.</returns>
    public static string? NeighbourOf(string path) =>
        new FileInfo(path).LinkTarget is { Length: > 0 } target && !target.Contains('/') && target is not ("." or "..") ? target : null;
}
