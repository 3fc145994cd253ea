namespace TfNative.Execution;

/// <summary>Finds out which files an action read, those that it declares and those that its depfile names. One object per job.</summary>
internal sealed class InputRecorder(ActionContext context)
{
    private readonly Dictionary<string, string> _cleaned = [];
    private int[] _seen = [];
    private int _round;

    /// <summary>Generated inputs need no look: their actions made them or were found up to date with them.</summary>
    public ActionFailure? FirstMissing(BuildAction action, List<int> inputs)
    {
        int program = action is SpawnAction spawn ? context.Programs.PathId(spawn) : -1;
        foreach (int path in inputs)
        {
            // A missing program has an error of its own.
            if (path != program && context.Files.Current(path) == FileStates.Missing)
                return ActionFailures.InputMissing(action, context.Log.Path(path));
        }

        return null;
    }

    /// <summary>The action begins.</summary>
    /// <param name="inputs">Path ids of what it declares.</param>
    public ReadInputs Begin(List<int> inputs) => new([.. inputs], [], context.Files.Looks, context.Disk.Now);

    /// <summary>The action has ended.</summary>
    /// <param name="begun">What <see cref="Begin"/> gave.</param>
    /// <param name="discovered">Paths as the depfile has them.</param>
    /// <exception cref="ExecutionException">TFN3012: one of them cannot be read.</exception>
    public ReadInputs End(ReadInputs begun, IReadOnlyList<string> discovered)
    {
        if (discovered.Count == 0)
            return begun;
        _round++;
        foreach (int path in begun.Declared)
            IsFirst(path);
        var others = new List<int>(discovered.Count);
        foreach (string name in discovered)
        {
            int path = context.Log.PathId(DiscoveredPath(name));
            if (!IsFirst(path))
                continue;
            others.Add(path);
            context.Files.Current(path);
        }

        return begun with { Discovered = [.. others] };
    }

    private bool IsFirst(int path)
    {
        if (path >= _seen.Length)
            Array.Resize(ref _seen, Math.Max(path + 1, _seen.Length * 2));
        if (_seen[path] == _round)
            return false;
        _seen[path] = _round;
        return true;
    }

    /// <summary>As the graph and the log name it: relative to the execution root, without "." and "a/..".</summary>
    private string DiscoveredPath(string name)
    {
        string clean = ExecPaths.Clean(name, context.Request.ExecutionRoot);
        if (clean == name)
            return name;
        if (!_cleaned.TryGetValue(name, out string? path))
            _cleaned.Add(name, path = IsOther(name, clean) ? name : clean);
        return path;
    }

    /// <summary>A folder before ".." may be a link, and then leads elsewhere.</summary>
    private bool IsOther(string name, string clean)
    {
        FileStatus cleaned = context.Disk.Stat(clean);
        return !cleaned.Exists || (context.Disk.Stat(name) is { Exists: true } written && written != cleaned);
    }
}
