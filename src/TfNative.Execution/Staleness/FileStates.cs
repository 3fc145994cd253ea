namespace TfNative.Execution;

/// <summary>
/// The state of every path in this build, by the log's path ids. A path is looked at once, when it is first asked
/// for or beforehand together with others; after that only when an action has made it anew.
/// </summary>
internal sealed class FileStates(IDiskInterface disk, BuildLog log, long buildStart)
{
    /// <summary>In place of a version: there is nothing at the path.</summary>
    public const int Missing = -2;

    private const int NotLooked = -3;
    private readonly Lock _growing = new();
    private State[] _states = [];

    /// <summary>Makes known as what a path is to be looked at; a plain file if nothing is said.</summary>
    public void Declare(int path, ArtifactKind kind) => Of(path).Kind = kind;

    /// <summary>Looks at many paths, in parallel.</summary>
    public void Look(IReadOnlyList<int> paths, int degree, CancellationToken cancel)
    {
        EnsureRoom(log.Paths.Count);
        InParallel.Run(paths.Count, degree, i => Current(paths[i]), cancel);
    }

    /// <summary>The version that a path has now, or <see cref="Missing"/>.</summary>
    /// <exception cref="ExecutionException">TFN3012: it is there, but cannot be read.</exception>
    public int Current(int path)
    {
        State state = Of(path);
        return state.Version != NotLooked ? state.Version : Refresh(path);
    }

    public bool IsLookedAt(int path) => Of(path).Version != NotLooked;

    /// <summary>Looks again: the path was made anew.</summary>
    public int Refresh(int path)
    {
        State state = Of(path);
        string name = log.Path(path);
        FileStatus status = FileLook.Stat(disk, name, state.Kind);
        state.Stamp = status.Stamp;
        return state.Version = status.Exists ? VersionOf(path, name, status) : Missing;
    }

    /// <summary>What is in a folder is to be looked at again when it is asked for: an action made the folder anew.</summary>
    public void ForgetBelow(string folder)
    {
        State[] states = _states;
        int count = Math.Min(states.Length, log.Paths.Count);
        for (int path = 0; path < count; path++)
        {
            if (states[path].Version != NotLooked && log.Path(path) is var name && name.Length > folder.Length && name[folder.Length] == '/' && name.StartsWith(folder, StringComparison.Ordinal))
                states[path].Version = NotLooked;
        }
    }

    /// <summary>Whether a path looks as it did when it was looked at, which was in this build.</summary>
    public bool IsAsLookedAt(int path)
    {
        State state = Of(path);
        FileStatus status = FileLook.Stat(disk, log.Path(path), state.Kind);
        return status.Exists ? status.Stamp == state.Stamp : state.Version == Missing;
    }

    public FileStamp StampOf(int path) => Of(path).Stamp;

    private int VersionOf(int path, string name, in FileStatus status)
    {
        int known = log.FindByStamp(path, status.Stamp);
        if (known >= 0)
            return known;
        FileContent content;
        try
        {
            content = FileLook.Read(disk, name, status);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Missing;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ExecutionErrors.Unreadable(name, e);
        }

        int version = log.VersionId(path, content);
        if (status.Stamp.IsOlderThan(buildStart))
            log.SetStamp(version, status.Stamp);
        return version;
    }

    private State Of(int path)
    {
        if (path >= _states.Length)
            EnsureRoom(path + 1);
        return _states[path] ?? throw new InvalidOperationException($"no path {path}");
    }

    private void EnsureRoom(int count)
    {
        lock (_growing)
        {
            if (count <= _states.Length)
                return;
            State[] states = _states;
            int old = states.Length;
            Array.Resize(ref states, Math.Max(count, old * 2));
            for (int i = old; i < states.Length; i++)
                states[i] = new State();
            // Readers of the old array see the same objects.
            _states = states;
        }
    }

    private sealed class State
    {
        public int Version = NotLooked;
        public ArtifactKind Kind;
        public FileStamp Stamp;
    }
}
