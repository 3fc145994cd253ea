namespace TfNative.Bazel;

/// <summary><c>rdeps(universe, x[, depth])</c>: x and what depends on it, in the closure of the universe.</summary>
internal sealed class RdepsFunction()
    : QueryFunction("rdeps", 2, QueryArgumentType.Expression, QueryArgumentType.Expression, QueryArgumentType.Integer)
{
    public override TargetSet Evaluate(QueryCall call) =>
        Within(call.Evaluator, call.Evaluator.Closure(call.Targets(0)), call.Targets(1), call.Integer(2));

    public static TargetSet Within(QueryEvaluator evaluator, TargetSet universe, TargetSet targets, int? depth)
    {
        targets.IntersectWith(universe);
        return QueryEvaluator.Reach(targets, evaluator.ReverseWithin(universe), depth);
    }
}
