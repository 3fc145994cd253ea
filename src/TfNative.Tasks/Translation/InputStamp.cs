using System.Security.Cryptography;
using System.Text;

namespace TfNative.Tasks.Translation;

/// <summary>What a file or folder was like when a translation read it. Time and size are the quick answer, the hash of
/// the content (of a folder: its names and kinds) is the true one.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="IsFolder">Whether it was looked at as a folder.</param>
/// <param name="Time">Last change, in ticks of UTC; 0 when there was nothing.</param>
/// <param name="Length">Of a file, in bytes.</param>
/// <param name="Hash">Hexadecimal; empty when there was nothing.</param>
internal sealed record InputStamp(string Path, bool IsFolder, long Time, long Length, string Hash)
{
    public static InputStamp Of(string path, bool isFolder)
    {
        FileSystemInfo info = Info(path, isFolder);
        return info.Exists
            ? new(path, isFolder, info.LastWriteTimeUtc.Ticks, LengthOf(info), ContentHash(path, isFolder))
            : new(path, isFolder, 0, 0, "");
    }

    /// <param name="since">When the translation began, in ticks of UTC: a file that is not older may have been
    /// changed after it was read, without its time showing it.</param>
    public bool IsCurrent(long since)
    {
        FileSystemInfo info = Info(Path, IsFolder);
        if (!info.Exists)
            return Hash.Length == 0;
        if (Hash.Length == 0)
            return false;
        if (info.LastWriteTimeUtc.Ticks == Time && LengthOf(info) == Length && Time < since)
            return true;
        return ContentHash(Path, IsFolder) == Hash;
    }

    private static FileSystemInfo Info(string path, bool isFolder) => isFolder ? new DirectoryInfo(path) : new FileInfo(path);

    private static long LengthOf(FileSystemInfo info) => info is FileInfo file ? file.Length : 0;

    private static string ContentHash(string path, bool isFolder)
    {
        if (!isFolder)
        {
            using FileStream stream = File.OpenRead(path);
            return Convert.ToHexString(SHA256.HashData(stream));
        }

        var names = new DirectoryInfo(path).EnumerateFileSystemInfos()
            .Select(entry => entry.Name + (entry is DirectoryInfo ? "/" : ""))
            .Order(StringComparer.Ordinal);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', names))));
    }
}
