using TfNative.Execution;
using TfNative.Tasks.Diagnostics;

namespace TfNative.Tasks.Building;

/// <summary>Which files a build read that it did not make: a change in one of them, and in no other, makes it stale.</summary>
internal static class BuildSources
{
    /// <param name="graph">What was built.</param>
    /// <param name="reads">What the actions were seen to read: of candidates for inclusion only this counts.</param>
    /// <param name="paths">Finds the real files.</param>
    /// <returns>Absolute paths, sorted.</returns>
    public static IReadOnlyCollection<string> Of(ActionGraph graph, DiscoveredInputs reads, ExecutionRootPaths paths)
    {
        var read = new HashSet<string>(StringComparer.Ordinal);
        foreach (BuildAction action in graph.Actions)
        {
            Add(read, action.Inputs);
            if (action is SpawnAction spawn)
                Add(read, spawn.Tools);
            if (action is not SpawnAction { DiscoversInputs: true })
                Add(read, action.InputSets.SelectMany(set => set.Flatten()));
            read.UnionWith(reads.Of(action));
        }

        return new SortedSet<string>(read.Select(paths.ToSource).Where(path => !paths.IsMade(path)), StringComparer.Ordinal);
    }

    private static void Add(HashSet<string> read, IEnumerable<Artifact> artifacts) =>
        read.UnionWith(artifacts.Where(artifact => artifact.IsSource).Select(artifact => artifact.ExecPath));
}
