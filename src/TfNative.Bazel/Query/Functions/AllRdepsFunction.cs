namespace TfNative.Bazel;

/// <summary><c>allrdeps(x[, depth])</c>: as rdeps, in the closure of the universe that the options name.</summary>
internal sealed class AllRdepsFunction()
    : QueryFunction("allrdeps", 1, QueryArgumentType.Expression, QueryArgumentType.Integer)
{
    public override TargetSet Evaluate(QueryCall call) =>
        RdepsFunction.Within(call.Evaluator, call.Evaluator.Universe(Name), call.Targets(0), call.Integer(1));
}
