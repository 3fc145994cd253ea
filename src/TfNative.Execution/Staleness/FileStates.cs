namespace TfNative.Execution;

/// <summary>
/// The state of every path in this build, by the log's path ids. A path is looked at once, when it is first asked
/// for or beforehand together with others; after that only when an action has made it anew, or has read it and it is to be
/// known whether it has stayed as it was.
/// </summary>
internal sealed class FileStates(IDiskInterface disk, BuildLog log, long buildStart)
{
    /// <summary>In place of a version: there is nothing at the path.</summary>
    public const int Missing = -2;

    private const int NotLooked = -3;
    private readonly Lock _growing = new();
    private State[] _states = [];
    private int _looks;

    /// <summary>How many paths have been looked at anew so far: orders looks and other events.</summary>
    public int Looks => Volatile.Read(ref _looks);

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
        if (state.Version != NotLooked)
            return state.Version;
        lock (state)
            return state.Version != NotLooked ? state.Version : Refresh(path, state);
    }

    /// <summary>Looks again: the path was made anew.</summary>
    public int Refresh(int path)
    {
        State state = Of(path);
        lock (state)
            return Refresh(path, state);
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

    /// <summary>
    /// Whether what a path has now, as <see cref="Current"/> then says, it has had all the time since a moment. It is looked at
    /// again, once a round, and read again if it had just been written when it was looked at before.
    /// </summary>
    /// <param name="path">Of a file that was read.</param>
    /// <param name="looks"><see cref="Looks"/> at that moment.</param>
    /// <param name="moment">The moment, by the disk's clock.</param>
    /// <param name="round">A number for questions that are asked at the same time.</param>
    /// <exception cref="ExecutionException">TFN3012: it is there, but cannot be read.</exception>
    public bool IsSameSince(int path, int looks, long moment, int round)
    {
        State state = Of(path);
        lock (state)
        {
            if (state.Round != round)
            {
                if (!IsAsLookedAt(path, state))
                    Refresh(path, state);
                state.Round = round;
            }

            // Looked at before the moment and again now, without a difference; or looked at since, and older than the moment.
            return state.Version != Missing && (state.Look <= looks || state.Stamp.IsOlderThan(moment));
        }
    }

    /// <summary>Whether a path that only one action makes was made, or found up to date, before a moment.</summary>
    public bool IsLookedAtBefore(int path, int looks) => Of(path).Look <= looks;

    /// <summary>Under the state's lock: two that look at the same time would mix what they see.</summary>
    private int Refresh(int path, State state)
    {
        string name = log.Path(path);
        long now = disk.Now;
        FileStatus status = FileLook.Stat(disk, name, state.Kind);
        (state.Stamp, state.Time) = (status.Stamp, now);
        int version = status.Exists ? VersionOf(path, name, status) : Missing;
        state.Look = Interlocked.Increment(ref _looks);
        return state.Version = version;
    }

    private bool IsAsLookedAt(int path, State state)
    {
        string name = log.Path(path);
        long now = disk.Now;
        FileStatus status = FileLook.Stat(disk, name, state.Kind);
        if (!status.Exists || state.Version < 0)
            return !status.Exists && state.Version == Missing;
        if (status.Stamp != state.Stamp || (!state.Stamp.IsOlderThan(state.Time) && VersionOf(path, name, status) != state.Version))
            return false;
        state.Time = now;
        return true;
    }

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

        /// <summary>By the disk's clock, not after the last look.</summary>
        public long Time;

        /// <summary>Number of the look that found what is known.</summary>
        public int Look;

        /// <summary>In which it was last looked at again.</summary>
        public int Round;
    }
}
