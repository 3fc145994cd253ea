namespace TfNative.Bazel;

/// <summary><c>loadfiles(x)</c>: the .bzl files that the packages of x load.</summary>
internal sealed class LoadFilesFunction() : QueryFunction("loadfiles", 1, QueryArgumentType.Expression)
{
    public override TargetSet Evaluate(QueryCall call) => new(call.Targets(0)
        .Select(target => target.Label.Package)
        .Distinct()
        .SelectMany(call.Graph.LoadFilesOf)
        .Distinct()
        .Select(label => new FileTarget(label)));
}
