namespace TfNative.Bazel;

/// <summary>
/// A graph for Graphviz. Targets that the same others depend on and that depend on the same others stand in one node:
/// otherwise hundreds of source files hide everything.
/// </summary>
internal static class GraphOutput
{
    public static IEnumerable<string> Lines(QueryResult result)
    {
        Dictionary<Label, List<Label>> dependents = result.Targets.ToDictionary(target => target.Label, _ => new List<Label>());
        foreach (IQueryTarget target in result.Targets)
        {
            foreach (IQueryTarget dependency in result.DependenciesOf(target))
                dependents[dependency.Label].Add(target.Label);
        }

        IGrouping<string, IQueryTarget>[] nodes = result.Targets
            .GroupBy(target => string.Join(' ', result.DependenciesOf(target).Select(dependency => dependency.Label))
                + "|" + string.Join(' ', dependents[target.Label].Order()))
            .ToArray();
        Dictionary<Label, string> names = nodes
            .SelectMany(node => node.Select(target => (target.Label, Name: Name(node))))
            .ToDictionary(entry => entry.Label, entry => entry.Name);

        yield return "digraph mygraph {";
        yield return "  node [shape=box];";
        foreach (IGrouping<string, IQueryTarget> node in nodes)
        {
            yield return $"  {Name(node)}";
            foreach (string dependency in result.DependenciesOf(node.First()).Select(target => names[target.Label]).Distinct())
                yield return $"  {Name(node)} -> {dependency}";
        }

        yield return "}";
    }

    private static string Name(IGrouping<string, IQueryTarget> node) => "\"" + string.Join("\\n", node.Select(target => target.Label)) + "\"";
}
