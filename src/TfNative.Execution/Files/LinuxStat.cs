using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace TfNative.Execution;

/// <summary>
/// statx(2), called directly: .NET's FileInfo makes two calls and an object per file and gives neither ctime nor inode.
/// Paths are relative to the folder of a descriptor, so that a long execution root is not walked for every file.
/// </summary>
internal static partial class LinuxStat
{
    private const int NoSuchFile = 2;
    private const int NoFollow = 0x100;
    private const int NoAutomount = 0x800;
    private const uint BasicStats = 0x7ff;
    private const int OpenPath = 0x200000;
    private const int CloseOnExec = 0x80000;

    /// <summary>A descriptor of a folder that only serves as a starting point; invalid when it cannot be opened.</summary>
    public static SafeFileHandle OpenFolderForPaths(string path) =>
        new(Open(path, OpenPath | CloseOnExec, 0), ownsHandle: true);

    /// <summary>Without the lock that .NET takes on every file that it opens.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static SafeFileHandle OpenForReading(int folder, string path)
    {
        int descriptor = OpenAt(folder, path, CloseOnExec, 0);
        if (descriptor >= 0)
            return new SafeFileHandle(descriptor, ownsHandle: true);
        string message = $"{Marshal.GetLastPInvokeErrorMessage()} : '{path}'";
        throw Marshal.GetLastPInvokeError() == NoSuchFile ? new FileNotFoundException(message) : new IOException(message);
    }

    public static unsafe FileStatus Stat(int folder, string path, bool followLinks)
    {
        int max = Encoding.UTF8.GetMaxByteCount(path.Length) + 1;
        Span<byte> utf8 = max <= 1024 ? stackalloc byte[max] : new byte[max];
        utf8[Encoding.UTF8.GetBytes(path, utf8)] = 0;
        Statx result;
        int error;
        fixed (byte* name = utf8)
            error = StatxCall(folder, name, NoAutomount | (followLinks ? 0 : NoFollow), BasicStats, &result);
        if (error != 0)
            return FileStatus.Missing;
        FileType type = (result.Mode & 0xF000) switch
        {
            0x8000 => FileType.File,
            0x4000 => FileType.Directory,
            0xA000 => FileType.Symlink,
            _ => FileType.Other,
        };
        var stamp = new FileStamp((long)result.Size, result.Modified.Nanoseconds, result.Changed.Nanoseconds, result.Inode);
        return new FileStatus(type, type == FileType.File && (result.Mode & 0x40) != 0, stamp);
    }

    [LibraryImport("libc", EntryPoint = "statx")]
    private static unsafe partial int StatxCall(int folder, byte* path, int flags, uint mask, Statx* result);

    [LibraryImport("libc", EntryPoint = "openat", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int OpenAt(int folder, string path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags, int mode);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public uint Fraction;
        public int Reserved;

        public readonly long Nanoseconds => (Seconds * 1_000_000_000) + Fraction;
    }

    /// <summary>struct statx of linux/stat.h; the same on every architecture.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 256)]
    private struct Statx
    {
        public uint Mask;
        public uint BlockSize;
        public ulong Attributes;
        public uint Links;
        public uint User;
        public uint Group;
        public ushort Mode;
        public ushort Spare;
        public ulong Inode;
        public ulong Size;
        public ulong Blocks;
        public ulong AttributesMask;
        public Time Accessed;
        public Time Born;
        public Time Changed;
        public Time Modified;
    }
}
