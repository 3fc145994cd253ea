namespace TfNative.Execution;

/// <summary>What .NET itself tells about a file, for systems other than Linux: no inode, and no ctime but the
/// time of the last write.</summary>
internal static class PortableStat
{
    public static FileStatus Stat(string path, bool followLinks)
    {
        try
        {
            FileSystemInfo info = new FileInfo(path);
            if (info.LinkTarget is not null)
            {
                if (!followLinks)
                    return new FileStatus(FileType.Symlink, false, Stamp(info, 0));
                if (info.ResolveLinkTarget(returnFinalTarget: true) is not { Exists: true } target)
                    return FileStatus.Missing;
                info = target;
            }

            if (Directory.Exists(info.FullName))
                return new FileStatus(FileType.Directory, false, Stamp(info, 0));
            if (!info.Exists)
                return FileStatus.Missing;
            bool executable = !OperatingSystem.IsWindows() && (info.UnixFileMode & UnixFileMode.UserExecute) != 0;
            return new FileStatus(FileType.File, executable, Stamp(info, new FileInfo(info.FullName).Length));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return FileStatus.Missing;
        }
    }

    private static FileStamp Stamp(FileSystemInfo info, long size)
    {
        long written = (info.LastWriteTimeUtc - DateTime.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;
        return new FileStamp(size, written, written, 0);
    }
}
