namespace TfNative.Bazel;

/// <summary><c>visible(from, x)</c>: those of x that all of <c>from</c> may depend on.</summary>
internal sealed class VisibleFunction()
    : QueryFunction("visible", 2, QueryArgumentType.Expression, QueryArgumentType.Expression)
{
    public override TargetSet Evaluate(QueryCall call)
    {
        TargetSet from = call.Targets(0);
        return new TargetSet(call.Targets(1).Where(target => from.All(other => call.Graph.IsVisible(target, other))));
    }
}
