namespace TfNative.Bazel;

/// <summary>
/// The files that loading reads. One of the few seams: the disk, a cache before it, and a dictionary in tests.
/// </summary>
/// <remarks>Paths are absolute, with <c>/</c> between their parts and none at the end. Links are followed.</remarks>
public interface IFileSystem
{
    bool FileExists(string path);

    bool DirectoryExists(string path);

    /// <returns>The folder's entries; <see cref="DirectoryListing.Missing"/> where there is no such folder.</returns>
    DirectoryListing ListDirectory(string path);

    /// <returns>The same file or folder under the name that has no link in it.</returns>
    string RealPath(string path);

    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    byte[] ReadAllBytes(string path);

    /// <summary>The file's text, which is UTF-8.</summary>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    string ReadAllText(string path);
}
