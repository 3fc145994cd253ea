namespace TfNative.Bazel;

/// <summary><c>deps(x[, depth])</c>: x and what it depends on.</summary>
internal sealed class DepsFunction() : QueryFunction("deps", 1, QueryArgumentType.Expression, QueryArgumentType.Integer)
{
    public override TargetSet Evaluate(QueryCall call) => call.Evaluator.Closure(call.Targets(0), call.Integer(1));
}
