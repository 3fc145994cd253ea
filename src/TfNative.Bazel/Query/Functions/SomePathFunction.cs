namespace TfNative.Bazel;

/// <summary><c>somepath(x, y)</c>: a shortest way from x to y; nothing where there is none.</summary>
internal sealed class SomePathFunction()
    : QueryFunction("somepath", 2, QueryArgumentType.Expression, QueryArgumentType.Expression)
{
    public override TargetSet Evaluate(QueryCall call)
    {
        TargetSet goals = call.Targets(1);
        var cameFrom = new Dictionary<Label, IQueryTarget?>();
        var open = new Queue<IQueryTarget>();
        foreach (IQueryTarget start in call.Targets(0).OrderBy(target => target.Label))
        {
            cameFrom.Add(start.Label, null);
            open.Enqueue(start);
        }

        while (open.TryDequeue(out IQueryTarget? target))
        {
            if (goals.Contains(target))
                return PathTo(target, cameFrom);
            foreach (IQueryTarget dependency in call.Evaluator.Dependencies(target))
            {
                if (cameFrom.TryAdd(dependency.Label, target))
                    open.Enqueue(dependency);
            }
        }

        return [];
    }

    private static TargetSet PathTo(IQueryTarget goal, Dictionary<Label, IQueryTarget?> cameFrom)
    {
        var path = new TargetSet();
        for (IQueryTarget? target = goal; target is not null; target = cameFrom[target.Label])
            path.Add(target);
        return path;
    }
}
