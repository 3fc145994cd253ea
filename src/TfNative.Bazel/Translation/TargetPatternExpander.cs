namespace TfNative.Bazel;

/// <summary>Finds the targets that a pattern of the project means.</summary>
internal static class TargetPatternExpander
{
    /// <summary>The targets of several patterns, each once: one with a minus takes away from what came before it.</summary>
    /// <remarks>https://bazel.build/run/build#specifying-build-targets; test suites stand for their tests.</remarks>
    /// <exception cref="BazelException"><see cref="BazelErrorCode.PatternWithoutTarget"/> and errors of loading.</exception>
    /// <returns>The labels, and whether a pattern is that very label.</returns>
    public static IReadOnlyList<(Label Label, bool ByName)> ExpandAll(IEnumerable<string> patterns, LoadingSession loading)
    {
        var labels = new OrderedDictionary<Label, bool>();
        foreach (string pattern in patterns)
        {
            bool takesAway = pattern.StartsWith('-');
            foreach (Label found in Expand(takesAway ? pattern[1..] : pattern, loading, out bool byName))
            {
                foreach (Label label in TestsOf(found, loading))
                {
                    if (takesAway)
                        labels.Remove(label);
                    else
                        labels[label] = labels.GetValueOrDefault(label) || byName && label.Equals(found);
                }
            }
        }

        return [.. labels.Select(l => (l.Key, l.Value))];
    }

    /// <exception cref="BazelException"><see cref="BazelErrorCode.PatternWithoutTarget"/> and errors of loading.</exception>
    public static IEnumerable<Label> Expand(string text, LoadingSession loading) => Expand(text, loading, out _);

    /// <param name="byName">Whether the pattern is a target's own name.</param>
    private static IEnumerable<Label> Expand(string text, LoadingSession loading, out bool byName)
    {
        byName = true;
        TargetPattern pattern = TargetPattern.Parse(text, PackageId.MainRoot, loading.Repositories.MappingFor(loading.Repositories.Main));
        switch (pattern.Kind)
        {
            case TargetPatternKind.SingleTarget:
                loading.Packages.Load(pattern.Package).GetTarget(pattern.Label);
                return [pattern.Label];
            case TargetPatternKind.PathAsTarget:
                return [pattern.ResolvePath(loading.Packages.Exists)];
            case TargetPatternKind.TargetsInPackage when loading.Packages.Load(pattern.Package).Targets.ContainsKey(pattern.TargetName):
                // A target that is really called "all" is meant before the wildcard.
                return [new(pattern.Package, pattern.TargetName)];
            case TargetPatternKind.TargetsInPackage:
                byName = false;
                return NotEmpty(text, InPackage(pattern, loading.Packages.Load(pattern.Package)));
            default:
                byName = false;
                IReadOnlyList<PackageId> below = loading.Wildcards.PackagesBelow(pattern.Package);
                loading.Packages.LoadAhead(below);
                return NotEmpty(text, [.. below.SelectMany(id => InPackage(pattern, loading.Packages.Load(id)))]);
        }
    }

    private static IReadOnlyList<Label> TestsOf(Label label, LoadingSession loading)
    {
        Target Find(Label wanted) => loading.Packages.Load(wanted.Package).GetTarget(wanted);
        return Find(label) is Rule rule && TestSuites.IsSuite(rule) ? TestSuites.Expand(rule, Find) : [label];
    }

    private static List<Label> NotEmpty(string text, List<Label> labels) => labels.Count > 0 ? labels
        : throw new BazelException(BazelErrorCode.PatternWithoutTarget, $"the BazelTarget '{text}' names no target");

    private static List<Label> InPackage(TargetPattern pattern, Package package) =>
    [
        .. PackageWildcards.TargetsOf(package, pattern.RulesOnly)
            // What is asked for by name alone.
            .Where(t => t is not Rule rule || !pattern.RulesOnly || (rule.GetRaw("tags") as string[])?.Contains("manual") != true)
            .Select(t => t.Label),
    ];
}
