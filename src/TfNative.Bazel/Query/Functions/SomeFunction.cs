namespace TfNative.Bazel;

/// <summary><c>some(x[, count])</c>: one of x, or so many; the first by label.</summary>
internal sealed class SomeFunction() : QueryFunction("some", 1, QueryArgumentType.Expression, QueryArgumentType.Integer)
{
    public override TargetSet Evaluate(QueryCall call)
    {
        TargetSet targets = call.Targets(0);
        return targets.Count == 0
            ? throw new QueryException("the argument set of some(x) is empty")
            : new TargetSet(targets.OrderBy(target => target.Label).Take(call.Integer(1) ?? 1));
    }
}
