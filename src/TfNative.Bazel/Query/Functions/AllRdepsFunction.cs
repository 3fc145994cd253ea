namespace TfNative.Bazel;

/// <summary><c>allrdeps(x[, depth])</c>: as rdeps, in the closure of the universe that the options name.</summary>
internal sealed class AllRdepsFunction()
    : QueryFunction("allrdeps", 1, QueryArgumentType.Expression, QueryArgumentType.Integer)
{
    public override TargetSet Evaluate(QueryCall call)
    {
        IReadOnlyList<string> scope = call.Evaluator.Options.UniverseScope;
        if (scope.Count == 0)
            throw new QueryException("allrdeps(x) needs a universe to search: name one, or write rdeps(universe, x)");
        var universe = new TargetSet(scope.SelectMany(call.Evaluator.Literal));
        return RdepsFunction.Within(call.Evaluator, call.Evaluator.Closure(universe), call.Targets(0), call.Integer(1));
    }
}
