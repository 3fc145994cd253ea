namespace TfNative.Bazel;

/// <summary>A query's answer.</summary>
public sealed class QueryResult
{
    private readonly TargetSet set;
    private readonly Func<IQueryTarget, IReadOnlyList<IQueryTarget>> dependencies;

    internal QueryResult(TargetSet targets, Func<IQueryTarget, IReadOnlyList<IQueryTarget>> dependencies, bool inPathOrder)
    {
        set = targets;
        this.dependencies = dependencies;
        IEnumerable<IQueryTarget> sorted = targets.OrderBy(target => target.Label);
        Targets = inPathOrder ? DependentsFirst(sorted) : sorted.ToArray();
    }

    /// <summary>The targets by label; of a path, from its beginning to its end.</summary>
    public IReadOnlyList<IQueryTarget> Targets { get; }

    /// <summary>What a target depends on directly among the targets, by label.</summary>
    public IEnumerable<IQueryTarget> DependenciesOf(IQueryTarget target) =>
        dependencies(target).Where(set.Contains).OrderBy(dependency => dependency.Label);

    private List<IQueryTarget> DependentsFirst(IEnumerable<IQueryTarget> sorted)
    {
        var ordered = new List<IQueryTarget>();
        var seen = new TargetSet();
        var open = new Stack<(IQueryTarget Target, bool Done)>();
        foreach (IQueryTarget root in sorted.Reverse())
        {
            open.Push((root, false));
            while (open.TryPop(out (IQueryTarget Target, bool Done) next))
            {
                if (next.Done)
                {
                    ordered.Add(next.Target);
                    continue;
                }

                if (!seen.Add(next.Target))
                    continue;
                open.Push((next.Target, true));
                foreach (IQueryTarget dependency in DependenciesOf(next.Target))
                    open.Push((dependency, false));
            }
        }

        ordered.Reverse();
        return ordered;
    }
}
