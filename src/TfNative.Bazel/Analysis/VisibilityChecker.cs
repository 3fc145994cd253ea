namespace TfNative.Bazel;

/// <summary>Enforces visibility (https://bazel.build/concepts/visibility).</summary>
internal static class VisibilityChecker
{
    /// <exception cref="BazelException"><see cref="BazelErrorCode.NotVisible"/> where the policy asks for it.</exception>
    public static void Check(AnalysisEnvironment environment, Rule user, Label dependency)
    {
        if (environment.Visibility == VisibilityPolicy.Ignore || dependency.Package.Equals(user.Label.Package))
            return;
        Target target = environment.Targets.Find(dependency);
        Visibility visibility = target switch
        {
            Rule rule => rule.Visibility,
            OutputFile output => output.Generator.Visibility,
            InputFile file => file.Visibility ?? Visibility.Private,
            _ => Visibility.Public,
        };
        // An implicit dependency of a rule class must be visible to where the class is defined; such attributes start with '_'.
        if (visibility.IsPublic || visibility.Entries.Any(e => Allows(environment, e, user.Label.Package, 0)))
            return;
        if (user.RuleClass.DefinitionFile is { } definition && (definition.Package.Equals(dependency.Package)
            || visibility.Entries.Any(e => Allows(environment, e, definition.Package, 0))))
            return;
        string message = $"target '{dependency}' is not visible from target '{user.Label}'; add //{user.Label.Package.Path}:__pkg__ to its visibility"
            + (target is InputFile { Visibility: null } ? $" or export it: exports_files([\"{dependency.Name}\"])" : "");
        var diagnostic = new BazelException(BazelErrorCode.NotVisible, message, user.Location, user.Label);
        if (environment.Visibility == VisibilityPolicy.Error)
            throw diagnostic;
        environment.Report(new(
            DiagnosticSeverity.Warning, diagnostic.Code, message, user.Location?.File, user.Location?.Line ?? 0, user.Location?.Column ?? 0, user.Label.ToString()));
    }

    private static bool Allows(AnalysisEnvironment environment, Label entry, PackageId from, int depth)
    {
        switch (entry.Name)
        {
            case "__pkg__":
                return entry.Package.Equals(from);
            case "__subpackages__":
                return entry.Package.Contains(from);
        }

        if (depth > 50 || environment.Targets.Find(entry) is not PackageGroup group)
            return false;
        return Matches(group, from) || group.Includes.Any(i => Allows(environment, i, from, depth + 1));
    }

    private static bool Matches(PackageGroup group, PackageId from)
    {
        bool allowed = false;
        foreach (string specification in group.Specifications)
        {
            bool negative = specification.StartsWith('-');
            string pattern = negative ? specification[1..] : specification;
            if (!Covers(pattern, group.Label.Package.Repository, from))
                continue;
            if (negative)
                return false;
            allowed = true;
        }

        return allowed;
    }

    private static bool Covers(string pattern, RepositoryName repository, PackageId from)
    {
        switch (pattern)
        {
            case "public":
                return true;
            case "private":
                return false;
        }

        if (!from.Repository.Equals(repository) && !pattern.StartsWith('@'))
            return false;
        string path = pattern[(pattern.IndexOf("//", StringComparison.Ordinal) + 2)..];
        if (path == "...")
            return true;
        if (!path.EndsWith("/...", StringComparison.Ordinal))
            return path == from.Path;
        string parent = path[..^4];
        return from.Path == parent || from.Path.StartsWith(parent + "/", StringComparison.Ordinal);
    }
}
