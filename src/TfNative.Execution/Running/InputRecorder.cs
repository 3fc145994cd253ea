namespace TfNative.Execution;

/// <summary>
/// Finds the versions of the inputs that an action really saw. A source that was edited while the action ran may have been
/// read before or after: then nothing is known, and the action is recorded as one that is stale. One object per job.
/// </summary>
internal sealed class InputRecorder(ActionContext context)
{
    private readonly List<int> _before = [];
    private long _start;

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

    public void Begin(List<int> inputs)
    {
        _start = context.Disk.Now;
        _before.Clear();
        foreach (int path in inputs)
            _before.Add(context.Files.Current(path));
    }

    /// <returns>Version ids for the action's record, of declared and of discovered inputs.</returns>
    public (int[] Declared, int[] Discovered) End(List<int> inputs, IReadOnlyList<string> discovered)
    {
        var known = new HashSet<int>(inputs);
        int[] declared = new int[inputs.Count];
        for (int i = 0; i < declared.Length; i++)
            declared[i] = IsStable(inputs[i]) ? _before[i] : VersionTable.Unknown;
        var others = new List<int>(discovered.Count);
        foreach (string name in discovered)
        {
            int path = context.Log.PathId(DiscoveredPath(name));
            if (known.Add(path))
                others.Add(DiscoveredVersion(path));
        }

        return (declared, [.. others]);
    }

    private int DiscoveredVersion(int path)
    {
        bool lookedAtBefore = context.Files.IsLookedAt(path);
        int version = context.Files.Current(path);
        if (version == FileStates.Missing)
            return VersionTable.Unknown; // a temporary file, or one that was just removed
        if (IsMade(path))
            return version;
        bool stable = lookedAtBefore ? IsStable(path) : context.Files.StampOf(path).IsOlderThan(_start);
        return stable ? version : VersionTable.Unknown;
    }

    /// <summary>Outputs of actions are only changed by their actions, which have ended.</summary>
    private bool IsStable(int path)
    {
        if (IsMade(path) || context.Files.IsAsLookedAt(path))
            return true;
        context.Files.Refresh(path);
        return false;
    }

    private bool IsMade(int path) => context.Paths.ArtifactAt(path) is { } artifact ? artifact.IsOutput : context.Paths.IsInTree(context.Log.Path(path));

    /// <summary>As the graph and the log name it: relative to the execution root, without "." and "a/..".</summary>
    private string DiscoveredPath(string name)
    {
        string clean = ExecPaths.Clean(name, context.Request.ExecutionRoot);
        // A folder before ".." may be a link, and then lead elsewhere: what does not exist is taken as it was written.
        return clean != name && !context.Disk.Stat(clean).Exists ? name : clean;
    }
}
