namespace TfNative.Execution;

/// <summary>
/// What earlier builds knew, and the record of this one: every action's last good run with the exact versions of
/// what it read and made. Append-only, one writer; a record is written when its action has ended, in one call, so that
/// a killed process loses only what was still running. Cut at any byte it loses the last records and nothing else.
/// A log of 10,000 compiles with 1,000 headers each is 40 MB, read in one call. Thread-safe for writing; what was read
/// stays as it is.
/// </summary>
internal sealed class BuildLog : IDisposable
{
    private readonly Lock _lock = new();
    private readonly ILogStorage _storage;
    private readonly LogReader _old;
    private readonly LogWriter _writer = new();
    private long _end;
    private Dictionary<string, int>? _words;

    private BuildLog(ILogStorage storage, LogReader old)
    {
        _storage = storage;
        _old = old;
        _end = old.GoodLength;
    }

    public PathTable Paths => _old.Paths;

    public VersionTable Versions => _old.Versions;

    /// <summary>Path ids of the first outputs of all actions that the log knew when it was read.</summary>
    public IReadOnlyCollection<int> Actions => _old.Actions.Keys;

    /// <summary>Reads the log, having first made it small if most of it is out of date.</summary>
    /// <param name="storage">Where it is; disposed of with the log.</param>
    /// <param name="message">Told when a log cannot be used.</param>
    public static BuildLog Open(ILogStorage storage, Action<ExecutionMessage> message)
    {
        LogReader reader = storage.Read();
        if (reader.IsUnknown)
            message(ExecutionMessages.UnknownLog(storage.Name));
        if (reader.DeadBytes > 1 << 20 && reader.DeadBytes > reader.GoodLength / 3 * 2)
        {
            byte[] small = LogCompaction.Compact(reader);
            storage.Replace(small);
            reader = LogReader.Read(small);
        }

        return new BuildLog(storage, reader);
    }

    /// <summary>An action's last good run before this build, by its first output.</summary>
    public bool TryGet(int primaryOutput, out LoggedAction action)
    {
        if (_old.Actions.TryGetValue(primaryOutput, out int start))
        {
            action = new LoggedAction(_old.Payload(start));
            return true;
        }

        action = default;
        return false;
    }

    /// <summary>A word of an action that <see cref="TryGet"/> gave.</summary>
    public string Word(int id) => _old.Word(id);

    public int PathId(string path)
    {
        lock (_lock)
        {
            if (Paths.TryGet(path, out int id))
                return id;
            _writer.Path(path);
            return Paths.Add(path);
        }
    }

    public string Path(int id) => Paths[id];

    /// <summary>The number of a content at a path.</summary>
    public int VersionId(int path, in FileContent content)
    {
        lock (_lock)
        {
            int version = Versions.Find(path, content);
            if (version >= 0)
                return version;
            _writer.Version(path, content);
            return Versions.Add(path, content);
        }
    }

    /// <summary>The version that a path has if it looks like this; -1 when its content must be read.</summary>
    public int FindByStamp(int path, in FileStamp stamp) => Versions.FindByStamp(path, stamp);

    /// <summary>Next time a file that looks like this need not be read to know that it is this version.</summary>
    public void SetStamp(int version, in FileStamp stamp)
    {
        lock (_lock)
        {
            if (Versions.StampOf(version) == stamp)
                return;
            _writer.Stamp(version, stamp);
            Versions.SetStamp(version, stamp);
        }
    }

    /// <exception cref="ExecutionException">TFN3020: it cannot be written.</exception>
    public void Add(LoggedRun run)
    {
        lock (_lock)
        {
            _writer.Action(run, Words(run.Arguments), Words(run.Environment));
            Flush();
        }
    }

    public void Remove(int primaryOutput)
    {
        lock (_lock)
            _writer.Removed(primaryOutput);
    }

    /// <summary>Writes what was added since the last action.</summary>
    /// <exception cref="ExecutionException">TFN3020: it cannot be written.</exception>
    public void Flush()
    {
        lock (_lock)
        {
            if (_writer.Written.IsEmpty)
                return;
            try
            {
                if (_end == 0)
                {
                    _storage.Write(0, BitConverter.GetBytes(LogFormat.Header));
                    _end = LogFormat.HeaderLength;
                }

                _storage.Write(_end, _writer.Written);
                _end += _writer.Written.Length;
                _writer.Clear();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw ExecutionErrors.LogNotWritten(_storage.Name, e);
            }
        }
    }

    public void Dispose() => _storage.Dispose();

    private int[] Words(IReadOnlyList<string> words)
    {
        _words ??= ReadWords();
        var ids = new int[words.Count];
        for (int i = 0; i < ids.Length; i++)
        {
            if (!_words.TryGetValue(words[i], out ids[i]))
            {
                _writer.Word(words[i]);
                _words.Add(words[i], ids[i] = _words.Count);
            }
        }

        return ids;
    }

    private Dictionary<string, int> ReadWords()
    {
        var words = new Dictionary<string, int>(_old.Words.Count);
        for (int id = 0; id < _old.Words.Count; id++)
            words.Add(Word(id), id);
        return words;
    }
}
