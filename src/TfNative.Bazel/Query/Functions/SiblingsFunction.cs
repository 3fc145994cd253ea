namespace TfNative.Bazel;

/// <summary><c>siblings(x)</c>: all targets of the packages of x.</summary>
internal sealed class SiblingsFunction() : QueryFunction("siblings", 1, QueryArgumentType.Expression)
{
    public override TargetSet Evaluate(QueryCall call) =>
        new(call.Targets(0).Select(target => target.Label.Package).Distinct().SelectMany(call.Graph.TargetsOf));
}
