namespace TfNative.Bazel;

/// <summary>
/// <c>rbuildfiles(path, ...)</c>: of the packages of the universe, the BUILD files that a BUILD or .bzl file is part of:
/// they are it, or load it, directly or not. Paths are from the workspace, <c>a/BUILD</c>, or labels.
/// </summary>
internal sealed class RbuildFilesFunction() : QueryFunction("rbuildfiles", 1, QueryArgumentType.Word)
{
    public override bool IsVariadic => true;

    public override TargetSet Evaluate(QueryCall call)
    {
        HashSet<string> wanted = [.. Enumerable.Range(0, call.Count).Select(i => PathOf(call.Word(i)))];
        PackageId[] packages = call.Evaluator.Universe("rbuildfiles").Select(target => target.Label.Package).Distinct().ToArray();
        return new TargetSet(packages
            .Select(package => (BuildFile: call.Graph.BuildFileOf(package), Loaded: call.Graph.LoadFilesOf(package)))
            .Where(package => package.Loaded.Append(package.BuildFile).Any(file => wanted.Contains(file.ExecPath)))
            .Select(package => new FileTarget(package.BuildFile)));
    }

    private static string PathOf(string word) =>
        word.StartsWith("//", StringComparison.Ordinal) || word.StartsWith('@') ? Label.Parse(word, PackageId.MainRoot).ExecPath : word;
}
