namespace TfNative.Execution;

/// <summary>One thing that the making of a graph depended on, as it was then.</summary>
internal sealed class GraphInput(GraphInputKind kind, string name, string value)
{
    private FileContent _content;
    private FileStamp _stamp;

    /// <summary>Nothing can be said of what was read: it changed meanwhile.</summary>
    private bool _isUnknown;

    public GraphInputKind Kind { get; } = kind;

    /// <summary>Absolute path, or a value's name.</summary>
    public string Name { get; } = name;

    public string Value { get; } = value;

    /// <summary>Takes it as it is now.</summary>
    /// <param name="disk">The file system.</param>
    /// <param name="start">When the making of the graph began.</param>
    public void Look(IDiskInterface disk, long start)
    {
        if (Kind == GraphInputKind.Value)
            return;
        FileStatus status = disk.Stat(Name);
        _content = Read(disk, status);
        _stamp = status.Stamp;
        _isUnknown = !status.Stamp.IsOlderThan(start);
    }

    /// <summary>How it differs from what it was; null if it does not.</summary>
    /// <param name="disk">The file system.</param>
    /// <param name="start">When this check began.</param>
    /// <param name="wasRead">Its stamp had changed but its content had not.</param>
    public string? Change(IDiskInterface disk, long start, out bool wasRead)
    {
        wasRead = false;
        if (Kind == GraphInputKind.Value)
            return null;
        if (_isUnknown)
            return $"{Name} changed while the action graph was made";
        FileStatus status = disk.Stat(Name);
        if (status.Stamp == _stamp && status.Type == _content.Type && status.Stamp != default)
            return null;
        FileContent content = Read(disk, status);
        if (content != _content)
            return Kind == GraphInputKind.Folder ? $"entries of {Name} changed" : Difference(content);
        wasRead = status.Exists;
        if (status.Stamp.IsOlderThan(start))
            _stamp = status.Stamp;
        return null;
    }

    public void Write(GraphBytes bytes)
    {
        bytes.Number((int)Kind);
        bytes.String(Name);
        bytes.String(Value);
        bytes.Number((int)_content.Type);
        bytes.Number((_content.IsExecutable ? 1 : 0) | (_isUnknown ? 2 : 0));
        bytes.Digest(_content.Digest);
        bytes.Number(_stamp.Size);
        bytes.Number(_stamp.Modified);
        bytes.Number(_stamp.Changed);
        bytes.Number((long)_stamp.Inode);
    }

    public static GraphInput Read(GraphBytesReader bytes)
    {
        var input = new GraphInput((GraphInputKind)bytes.Number(), bytes.String(), bytes.String());
        var type = (FileType)bytes.Number();
        long flags = bytes.Number();
        input._content = new FileContent(type, (flags & 1) != 0, bytes.Digest());
        input._isUnknown = (flags & 2) != 0;
        input._stamp = new FileStamp(bytes.Number(), bytes.Number(), bytes.Number(), (ulong)bytes.Number());
        return input;
    }

    private FileContent Read(IDiskInterface disk, in FileStatus status)
    {
        if (status.Type != FileType.Directory)
            return Kind == GraphInputKind.File ? FileLook.Read(disk, Name, status) : new FileContent(status.Type, false, default);
        // What was looked for as a file and is a folder is no more than that.
        if (Kind == GraphInputKind.File)
            return new FileContent(FileType.Directory, false, default);
        var hash = new ContentHash();
        foreach (string entry in disk.List(Name).Order(StringComparer.Ordinal))
            hash.Add(entry).Add((long)disk.Stat($"{Name}/{entry}").Type);
        return new FileContent(FileType.Directory, false, hash.Digest);
    }

    private string Difference(in FileContent now) => (_content.Type, now.Type) switch
    {
        (FileType.Missing, _) => $"{Name} was added",
        (_, FileType.Missing) => $"{Name} was removed",
        _ => $"{Name} changed",
    };
}
