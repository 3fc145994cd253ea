namespace TfNative.Bazel;

/// <summary><c>same_pkg_direct_rdeps(x)</c>: what depends directly on x in x's own package.</summary>
internal sealed class SamePackageDirectRdepsFunction()
    : QueryFunction("same_pkg_direct_rdeps", 1, QueryArgumentType.Expression)
{
    public override TargetSet Evaluate(QueryCall call)
    {
        TargetSet targets = call.Targets(0);
        return new TargetSet(targets.GroupBy(target => target.Label.Package).SelectMany(package => call.Graph
            .TargetsOf(package.Key)
            .Where(candidate => call.Evaluator.Dependencies(candidate).Any(targets.Contains))));
    }
}
