using TfNative.Execution;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Holds a graph to what a file system can: what is a file to one action is no folder to another (ActionGraph's
/// ArtifactPrefixConflictException.java).</summary>
internal static class OutputPrefixCheck
{
    /// <param name="locate">Where the target is declared that an action is of.</param>
    /// <exception cref="BazelException"><see cref="BazelErrorCode.OutputConflict"/>: an output lies below another.</exception>
    public static void Check(ActionGraph graph, Func<string, Location?> locate)
    {
        var makers = new Dictionary<string, BuildAction>(StringComparer.Ordinal);
        foreach (BuildAction action in graph.Actions)
        {
            foreach (Artifact output in action.Outputs)
                makers.TryAdd(output.ExecPath, action);
        }

        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string path, BuildAction action) in makers)
        {
            for (int slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
            {
                string folder = path[..slash];
                // Whoever looked at it first looked at those above it, too.
                if (!folders.Add(folder))
                    break;
                if (makers.TryGetValue(folder, out BuildAction? other))
                {
                    throw new BazelException(
                        BazelErrorCode.OutputConflict,
                        $"the output '{path}' of {action.Owner} lies below '{folder}', which is an output of {other.Owner}; rename one of them, or build only one of the two",
                        locate(action.Owner));
                }
            }
        }
    }
}
