namespace TfNative.Execution;

/// <summary>The log's path id of every artifact of a graph.</summary>
internal sealed class BuildPaths
{
    private readonly BuildLog _log;
    private readonly int[] _ids;
    private readonly Dictionary<int, Artifact> _artifacts;
    private readonly Dictionary<string, int> _trees = [];

    public BuildPaths(ActionGraph graph, BuildLog log)
    {
        _log = log;
        _ids = new int[graph.Artifacts.Length];
        _artifacts = new Dictionary<int, Artifact>(_ids.Length);
        foreach (Artifact artifact in graph.Artifacts)
        {
            int id = log.PathId(artifact.ExecPath);
            _ids[artifact.Index] = id;
            _artifacts[id] = artifact;
            if (artifact is { IsOutput: true, Kind: ArtifactKind.Directory })
                _trees[artifact.ExecPath] = id;
        }
    }

    public int this[Artifact artifact] => _ids[artifact.Index];

    /// <summary>The graph's artifact at a path; null for a file that no action declares.</summary>
    public Artifact? ArtifactAt(int path) => _artifacts.TryGetValue(path, out Artifact? artifact) ? artifact : null;

    /// <summary>Whether an action makes it, or the folder that it is in.</summary>
    public bool IsMade(int path) => ArtifactAt(path) is { } artifact ? artifact.IsOutput : TreeOf(path) >= 0;

    /// <summary>The folder that an action makes and that the path is in; -1 when there is none.</summary>
    public int TreeOf(int path)
    {
        string name = _trees.Count == 0 ? "" : _log.Path(path);
        for (int slash = name.LastIndexOf('/'); slash > 0; slash = name.LastIndexOf('/', slash - 1))
        {
            if (_trees.TryGetValue(name[..slash], out int tree))
                return tree;
        }

        return -1;
    }
}
