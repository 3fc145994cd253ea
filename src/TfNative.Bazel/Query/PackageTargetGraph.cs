using System.Collections.Concurrent;

namespace TfNative.Bazel;

/// <summary>A workspace's packages for queries. They load as a query gets to them, several at a time.</summary>
internal sealed class PackageTargetGraph(LoadingSession loading) : ITargetGraph
{
    private readonly ConcurrentDictionary<Label, PackageTarget> targets = new();

    public IQueryTarget GetTarget(Label label) => targets.TryGetValue(label, out PackageTarget? known)
        ? known
        : View(loading.Packages.Load(label.Package).GetTarget(label));

    public void LoadAhead(IEnumerable<PackageId> packages) => loading.Packages.LoadAhead(packages);

    public IEnumerable<IQueryTarget> Resolve(TargetPattern pattern)
    {
        switch (pattern.Kind)
        {
            case TargetPatternKind.SingleTarget:
                return [GetTarget(pattern.Label)];
            case TargetPatternKind.PathAsTarget:
                return [GetTarget(pattern.ResolvePath(loading.Packages.Exists))];
            case TargetPatternKind.TargetsInPackage when loading.Packages.Load(pattern.Package).Targets.ContainsKey(pattern.TargetName):
                // A target that is really called "all" is meant before the wildcard.
                return [GetTarget(new(pattern.Package, pattern.TargetName))];
            case TargetPatternKind.TargetsInPackage:
                return InPackage(pattern, pattern.Package);
            default:
                IReadOnlyList<PackageId> below = loading.Wildcards.PackagesBelow(pattern.Package);
                if (below.Count == 0)
                    throw new BazelException(BazelErrorCode.PatternWithoutTarget, $"no targets found beneath '{pattern.Package.Path}' ('{pattern.Text}')");
                LoadAhead(below);
                return below.SelectMany(package => InPackage(pattern, package));
        }
    }

    public IEnumerable<IQueryTarget> TargetsOf(PackageId package) =>
        PackageWildcards.TargetsOf(loading.Packages.Load(package), rulesOnly: false).Select(View);

    public Label BuildFileOf(PackageId package) => new(package, Path.GetFileName(loading.Packages.Load(package).BuildFile));

    public IEnumerable<Label> LoadFilesOf(PackageId package) => loading.Packages.Load(package).LoadedFiles;

    public bool IsVisible(IQueryTarget target, IQueryTarget from)
    {
        if (target is not PackageTarget { Target: { } wanted } || wanted.Label.Package.Equals(from.Label.Package))
            return true;
        var matcher = new VisibilityMatcher(label => loading.Packages.Load(label.Package).GetTarget(label));
        return matcher.Allows(VisibilityMatcher.Of(wanted), from.Label.Package);
    }

    public TargetPattern ParsePattern(string text) =>
        TargetPattern.Parse(text, PackageId.MainRoot, loading.Repositories.MappingFor(loading.Repositories.Main));

    private IEnumerable<IQueryTarget> InPackage(TargetPattern pattern, PackageId id) =>
        PackageWildcards.TargetsOf(loading.Packages.Load(id), pattern.RulesOnly).Select(View);

    private PackageTarget View(Target target) => targets.GetOrAdd(target.Label, static (_, target) => new PackageTarget(target), target);
}
