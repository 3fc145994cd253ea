using Microsoft.Win32.SafeHandles;

namespace TfNative.Execution;

/// <summary>The machine's file system below an execution root.</summary>
internal sealed class RealDisk : IDiskInterface, IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);
    private readonly string _root;
    private readonly SafeFileHandle? _folder;

    /// <param name="root">Absolute path of the execution root.</param>
    public RealDisk(string root)
    {
        _root = Path.TrimEndingDirectorySeparator(root);
        if (OperatingSystem.IsLinux())
            _folder = LinuxStat.OpenFolderForPaths(_root);
    }

    /// <summary>The kernel stamps files with the time of its last tick: what is written now may be that much older.</summary>
    public static long CurrentTime => (DateTime.UtcNow - DateTime.UnixEpoch - Tick).Ticks * TimeSpan.NanosecondsPerTick;

    public long Now => CurrentTime;

    public string FullPath(string path) => Path.IsPathRooted(path) ? path : $"{_root}/{path}";

    public FileStatus Stat(string path, bool followLinks = true) => _folder is { IsInvalid: false } folder
        ? LinuxStat.Stat((int)folder.DangerousGetHandle(), path, followLinks)
        : PortableStat.Stat(FullPath(path), followLinks);

    public Hash128 Hash(string path)
    {
        using SafeFileHandle file = _folder is { IsInvalid: false } folder
            ? LinuxStat.OpenForReading((int)folder.DangerousGetHandle(), path)
            : File.OpenHandle(FullPath(path), share: FileShare.ReadWrite | FileShare.Delete);
        return ContentHash.OfFile(file);
    }

    public string ReadLink(string path) => new FileInfo(FullPath(path)).LinkTarget ?? "";

    public IEnumerable<string> List(string path) =>
        Directory.EnumerateFileSystemEntries(FullPath(path)).Select(entry => Path.GetFileName(entry));

    public byte[] Read(string path) => File.ReadAllBytes(FullPath(path));

    public void Write(string path, ReadOnlySpan<byte> content, bool executable)
    {
        string full = FullPath(path);
        using (var file = File.OpenHandle(full, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
            RandomAccess.Write(file, content, 0);
        if (executable && !OperatingSystem.IsWindows())
        {
            const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
            File.SetUnixFileMode(full, File.GetUnixFileMode(full) | Execute);
        }
    }

    public void CreateSymlink(string path, string target) => File.CreateSymbolicLink(FullPath(path), target);

    public void Copy(string from, string to)
    {
        if (Stat(from).Type != FileType.Directory)
        {
            File.Copy(FullPath(from), FullPath(to), overwrite: true);
            return;
        }

        CreateDirectory(to);
        foreach (string name in List(from))
            Copy($"{from}/{name}", $"{to}/{name}");
    }

    public void CreateDirectory(string path) => Directory.CreateDirectory(FullPath(path));

    public void Delete(string path)
    {
        string full = FullPath(path);
        switch (Stat(path, followLinks: false).Type)
        {
            case FileType.Missing:
                return;
            case FileType.Directory:
                Directory.Delete(full, recursive: true);
                return;
            default:
                File.Delete(full);
                return;
        }
    }

    public void Dispose() => _folder?.Dispose();
}
