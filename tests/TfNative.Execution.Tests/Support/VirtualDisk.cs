using System.Text;

namespace TfNative.Execution.Tests.Support;

/// <summary>A file system in memory with a clock that only goes when told to; every look at a file is counted.</summary>
internal sealed class VirtualDisk : IDiskInterface
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private ulong _inodes = 1;

    public long Now { get; set; } = 1_000_000;

    public Dictionary<string, int> Stats { get; } = [];

    public List<string> Hashed { get; } = [];

    /// <summary>Paths that cannot be written: the next write throws.</summary>
    public HashSet<string> Broken { get; } = [];

    public IEnumerable<string> Files => _entries.Where(e => e.Value.Type != FileType.Directory).Select(e => e.Key);

    public void Tick(long by = 1000) => Now += by;

    public void Write(string path, string content, bool executable = false) => Write(path, Encoding.UTF8.GetBytes(content), executable);

    public string Text(string path) => Encoding.UTF8.GetString(Read(path));

    public bool Exists(string path) => Stat(path).Exists;

    /// <summary>Sets the modification time as touch does; ctime and inode are not for programs to choose.</summary>
    public void Touch(string path, long? modified = null)
    {
        lock (_lock)
            _entries[path] = _entries[path] with { Modified = modified ?? Now, Changed = Now };
    }

    public FileStatus Stat(string path, bool followLinks = true)
    {
        lock (_lock)
        {
            Stats[path] = Stats.GetValueOrDefault(path) + 1;
            Entry? entry = Find(path, followLinks);
            return entry is null ? FileStatus.Missing : new FileStatus(
                entry.Type, entry.Executable, new FileStamp(entry.Content.Length, entry.Modified, entry.Changed, entry.Inode));
        }
    }

    public Hash128 Hash(string path)
    {
        lock (_lock)
            Hashed.Add(path);
        return ContentHash.Of(Read(path));
    }

    public string ReadLink(string path)
    {
        lock (_lock)
            return Encoding.UTF8.GetString(_entries[path].Content);
    }

    public IEnumerable<string> List(string path)
    {
        lock (_lock)
        {
            string prefix = path + "/";
            return [.. _entries.Keys.Where(p => p.StartsWith(prefix, StringComparison.Ordinal) && p.IndexOf('/', prefix.Length) < 0)
                .Select(p => p[prefix.Length..])];
        }
    }

    public byte[] Read(string path)
    {
        lock (_lock)
            return Find(path, true) is { Type: FileType.File } entry ? entry.Content : throw new FileNotFoundException(path);
    }

    public void Write(string path, ReadOnlySpan<byte> content, bool executable)
    {
        lock (_lock)
        {
            if (Broken.Contains(path))
                throw new IOException($"No space left on device : '{path}'");
            int slash = path.LastIndexOf('/');
            if (slash > 0 && Find(path[..slash], true) is not { Type: FileType.Directory })
                throw new DirectoryNotFoundException(path);
            ulong inode = _entries.TryGetValue(path, out Entry? old) ? old.Inode : _inodes++;
            _entries[path] = new Entry(FileType.File, content.ToArray(), executable, Now, Now, inode);
        }
    }

    public void CreateSymlink(string path, string target)
    {
        lock (_lock)
            _entries[path] = new Entry(FileType.Symlink, Encoding.UTF8.GetBytes(target), false, Now, Now, _inodes++);
    }

    public void Copy(string from, string to)
    {
        if (Stat(from).Type == FileType.Directory)
        {
            CreateDirectory(to);
            foreach (string name in List(from))
                Copy($"{from}/{name}", $"{to}/{name}");
            return;
        }

        lock (_lock)
            Write(to, Read(from), Find(from, true)!.Executable);
    }

    public void CreateDirectory(string path)
    {
        lock (_lock)
        {
            for (int slash = path.IndexOf('/', 1); ; slash = path.IndexOf('/', slash + 1))
            {
                string folder = slash < 0 ? path : path[..slash];
                if (!_entries.ContainsKey(folder))
                    _entries[folder] = new Entry(FileType.Directory, [], false, Now, Now, _inodes++);
                if (slash < 0)
                    return;
            }
        }
    }

    public void Delete(string path)
    {
        lock (_lock)
        {
            if (!_entries.Remove(path))
                return;
            foreach (string below in _entries.Keys.Where(p => p.StartsWith(path + "/", StringComparison.Ordinal)).ToList())
                _entries.Remove(below);
        }
    }

    public string FullPath(string path) => path.StartsWith('/') ? path : $"/root/{path}";

    private Entry? Find(string path, bool followLinks)
    {
        for (int links = 0; links < 10; links++)
        {
            if (!_entries.TryGetValue(path, out Entry? entry))
                return null;
            if (entry.Type != FileType.Symlink || !followLinks)
                return entry;
            string target = Encoding.UTF8.GetString(entry.Content);
            path = target.StartsWith("/root/", StringComparison.Ordinal) ? target["/root/".Length..] : target;
        }

        return null;
    }

    private sealed record Entry(FileType Type, byte[] Content, bool Executable, long Modified, long Changed, ulong Inode);
}
