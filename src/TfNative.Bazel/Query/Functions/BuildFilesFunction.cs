namespace TfNative.Bazel;

/// <summary>
/// <c>buildfiles(x)</c>: the files that define the packages of x: their BUILD files, the .bzl files that these load, and the
/// BUILD files of the packages that the .bzl files lie in.
/// </summary>
internal sealed class BuildFilesFunction() : QueryFunction("buildfiles", 1, QueryArgumentType.Expression)
{
    public override TargetSet Evaluate(QueryCall call)
    {
        PackageId[] packages = call.Targets(0).Select(target => target.Label.Package).Distinct().ToArray();
        Label[] loaded = packages.SelectMany(call.Graph.LoadFilesOf).Distinct().ToArray();
        IEnumerable<Label> buildFiles = packages.Concat(loaded.Select(label => label.Package)).Distinct().Select(call.Graph.BuildFileOf);
        return new TargetSet(buildFiles.Concat(loaded).Select(label => new FileTarget(label)));
    }
}
