namespace TfNative.Bazel;

/// <summary>Finds the targets that a pattern of the project means.</summary>
internal static class TargetPatternExpander
{
    /// <exception cref="BazelException"><see cref="BazelErrorCode.PatternWithoutTarget"/> and errors of loading.</exception>
    public static IEnumerable<Label> Expand(string text, AnalysisEnvironment environment, RepositorySet repositories)
    {
        TargetPattern pattern = TargetPattern.Parse(text, PackageId.MainRoot, repositories.MappingFor(repositories.Main));
        switch (pattern.Kind)
        {
            case TargetPatternKind.SingleTarget:
                environment.Targets.Find(pattern.Label);
                return [pattern.Label];
            case TargetPatternKind.PathAsTarget:
                return [pattern.ResolvePath(environment.Packages.Exists)];
            case TargetPatternKind.TargetsInPackage:
                return NotEmpty(text, InPackage(pattern, environment.Packages.Load(pattern.Package)));
            default:
                return NotEmpty(text, Below(pattern, environment, repositories));
        }
    }

    private static List<Label> NotEmpty(string text, List<Label> labels) => labels.Count > 0 ? labels
        : throw new BazelException(BazelErrorCode.PatternWithoutTarget, $"the BazelTarget '{text}' names no target");

    private static List<Label> InPackage(TargetPattern pattern, Package package) =>
    [
        .. package.Targets.Values.Where(t => t is Rule || !pattern.RulesOnly && t is not PackageGroup)
            // What only another platform can build, and what is asked for by name alone.
            .Where(t => t is not Rule rule || !pattern.RulesOnly || (rule.GetRaw("tags") as string[])?.Contains("manual") != true)
            .Select(t => t.Label),
    ];

    private static List<Label> Below(TargetPattern pattern, AnalysisEnvironment environment, RepositorySet repositories)
    {
        var labels = new List<Label>();
        Repository repository = repositories.Get(pattern.Package.Repository);
        var folders = new Stack<string>([pattern.Package.Path]);
        while (folders.TryPop(out string? folder))
        {
            var id = new PackageId(repository.Name, folder);
            if (environment.Packages.Exists(id))
                labels.AddRange(InPackage(pattern, environment.Packages.Load(id)));
            DirectoryListing listing = environment.Files.ListDirectory(PackageId.Join(repository.Root, folder));
            foreach (DirectoryEntry entry in listing.Entries.OrderByDescending(e => e.Name, StringComparer.Ordinal))
            {
                if (entry.Kind == FileKind.Directory && !entry.Name.StartsWith('.') && !entry.Name.StartsWith("bazel-", StringComparison.Ordinal))
                    folders.Push(PackageId.Join(folder, entry.Name));
            }
        }

        return labels;
    }
}
