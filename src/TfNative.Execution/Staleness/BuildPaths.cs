namespace TfNative.Execution;

/// <summary>The log's path id of every artifact of a graph.</summary>
internal sealed class BuildPaths
{
    private readonly int[] _ids;
    private readonly Dictionary<int, Artifact> _artifacts;

    public BuildPaths(ActionGraph graph, BuildLog log)
    {
        _ids = new int[graph.Artifacts.Length];
        _artifacts = new Dictionary<int, Artifact>(_ids.Length);
        foreach (Artifact artifact in graph.Artifacts)
        {
            int id = log.PathId(artifact.ExecPath);
            _ids[artifact.Index] = id;
            _artifacts[id] = artifact;
        }
    }

    public int this[Artifact artifact] => _ids[artifact.Index];

    /// <summary>The graph's artifact at a path; null for a file that no action declares.</summary>
    public Artifact? ArtifactAt(int path) => _artifacts.TryGetValue(path, out Artifact? artifact) ? artifact : null;
}
