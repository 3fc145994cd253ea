namespace TfNative.Bazel;

/// <summary><c>allpaths(x, y)</c>: everything on any way from x to y.</summary>
internal sealed class AllPathsFunction()
    : QueryFunction("allpaths", 2, QueryArgumentType.Expression, QueryArgumentType.Expression)
{
    public override TargetSet Evaluate(QueryCall call)
    {
        TargetSet below = call.Evaluator.Closure(call.Targets(0));
        return RdepsFunction.Within(call.Evaluator, below, call.Targets(1), depth: null);
    }
}
