namespace TfNative.Execution;

/// <summary>
/// The paths that an action declares to read and that make it stale: its program, its inputs and tools, and, unless
/// it discovers its inputs, the members of its sets; each once. One object per thread: it keeps its buffers.
/// </summary>
internal sealed class DeclaredInputs(BuildPaths paths, ProgramFinder programs)
{
    private readonly List<int> _result = [];
    private readonly HashSet<ArtifactSet> _seenSets = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<ArtifactSet> _pending = [];
    private int[] _seen = [];
    private int _round;

    /// <summary>Path ids, always in the same order; good until the next call.</summary>
    public List<int> Of(BuildAction action)
    {
        _result.Clear();
        _round++;
        foreach (Artifact input in action.Inputs)
            Add(paths[input]);
        if (action is SpawnAction spawn)
        {
            Add(programs.PathId(spawn));
            foreach (Artifact tool in spawn.Tools)
                Add(paths[tool]);
            if (spawn.DiscoversInputs)
                return _result;
        }

        foreach (ArtifactSet set in action.InputSets)
            AddSet(set);
        _seenSets.Clear();
        return _result;
    }

    private void AddSet(ArtifactSet top)
    {
        if (_seenSets.Add(top))
            _pending.Push(top);
        while (_pending.TryPop(out ArtifactSet? set))
        {
            foreach (Artifact artifact in set.Direct)
                Add(paths[artifact]);
            foreach (ArtifactSet part in set.Transitive)
            {
                if (_seenSets.Add(part))
                    _pending.Push(part);
            }
        }
    }

    private void Add(int path)
    {
        if (path >= _seen.Length)
            Array.Resize(ref _seen, Math.Max(path + 1, _seen.Length * 2));
        if (_seen[path] == _round)
            return;
        _seen[path] = _round;
        _result.Add(path);
    }
}
