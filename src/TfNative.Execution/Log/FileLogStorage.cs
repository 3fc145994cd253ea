using Microsoft.Win32.SafeHandles;

namespace TfNative.Execution;

/// <summary>The build log in a file. It is not flushed to the disk: a process that dies loses nothing that it wrote,
/// and after a power cut the checksums tell what is good.</summary>
/// <param name="path">Absolute path of the file; its folder exists.</param>
/// <param name="early">What is in it, if somebody has read it already.</param>
internal sealed class FileLogStorage(string path, LogReader? early = null) : ILogStorage
{
    private SafeFileHandle? _file;

    public string Name => path;

    /// <param name="logFolder">That of a build's request.</param>
    public static string PathIn(string logFolder) => Path.Combine(logFolder, "build.log");

    public LogReader Read() => early ?? LogReader.Read(ReadBytes());

    public void Write(long position, ReadOnlySpan<byte> bytes)
    {
        _file ??= File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        if (RandomAccess.GetLength(_file) != position)
            RandomAccess.SetLength(_file, position);
        RandomAccess.Write(_file, bytes, position);
    }

    public void Replace(ReadOnlySpan<byte> bytes)
    {
        _file?.Dispose();
        _file = null;
        string beside = path + ".new";
        using (SafeFileHandle file = File.OpenHandle(beside, FileMode.Create, FileAccess.Write))
        {
            RandomAccess.Write(file, bytes, 0);
            RandomAccess.FlushToDisk(file);
        }

        File.Move(beside, path, overwrite: true);
    }

    public void Dispose() => _file?.Dispose();

    private byte[] ReadBytes()
    {
        using SafeFileHandle file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        byte[] bytes = GC.AllocateUninitializedArray<byte>(checked((int)RandomAccess.GetLength(file)));
        int read = 0;
        while (read < bytes.Length && RandomAccess.Read(file, bytes.AsSpan(read), read) is > 0 and var count)
            read += count;
        return bytes;
    }
}
