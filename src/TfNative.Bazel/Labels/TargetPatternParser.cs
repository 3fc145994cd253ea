using Sprache;

namespace TfNative.Bazel;

/// <summary>Takes a target pattern apart and says which kind it is.</summary>
internal static class TargetPatternParser
{
    private sealed record Parts(bool Negative, string? Repository, bool Canonical, bool Absolute, string Path, string? Name);

    private static readonly Parser<(string Name, bool Canonical)> Repository =
        from at in Sprache.Parse.Char('@')
        from second in Sprache.Parse.Char('@').Optional()
        from name in Sprache.Parse.CharExcept("/:@").Many().Text()
        select (name, second.IsDefined);

    private static readonly Parser<Parts> Pattern =
        from minus in Sprache.Parse.Char('-').Optional()
        from repository in Repository.Optional()
        from slashes in Sprache.Parse.String("//").Text().Optional()
        from path in Sprache.Parse.CharExcept(':').Many().Text()
        from name in Sprache.Parse.Char(':').Then(_ => Sprache.Parse.AnyChar.Many().Text()).Optional()
        select new Parts(
            minus.IsDefined,
            repository.IsDefined ? repository.Get().Name : null,
            repository.IsDefined && repository.Get().Canonical,
            slashes.IsDefined,
            path,
            name.IsDefined ? name.Get() : null);

    public static TargetPattern Parse(string text, PackageId workingPackage, Func<string, string>? repositoryMapping)
    {
        Parts parts = Pattern.End().Parse(text);
        if (parts.Path.Length == 0 && parts.Name is null && parts.Repository is null)
            throw new TargetPatternException($"the empty string is not a valid target: '{text}'");
        if (parts.Path.StartsWith('/'))
        {
            throw new TargetPatternException("not a valid absolute pattern "
                + $"(absolute target patterns must start with exactly two slashes): '{text}'");
        }

        try
        {
            return Classify(text, parts, workingPackage, repositoryMapping);
        }
        catch (LabelSyntaxException e)
        {
            throw new TargetPatternException($"invalid target format '{text}': {e.Message}");
        }
    }

    private static TargetPattern Classify(string text, Parts parts, PackageId working, Func<string, string>? mapping)
    {
        RepositoryName repository = working.Repository;
        if (parts.Repository is { } name)
        {
            string canonical = parts.Canonical || name.Length == 0 || mapping is null ? name : mapping(name);
            repository = new RepositoryName(canonical);

            // "@foo" is "@foo//:foo".
            if (!parts.Absolute && parts.Path.Length == 0 && parts.Name is null)
                return Single(new PackageId(repository, ""), name);
            if (!parts.Absolute)
                throw new TargetPatternException($"Couldn't find package in target {text}: write @{name}//package:target");
        }

        string path = parts.Absolute ? parts.Path : PackageId.Join(working.Path, parts.Path);
        if (path.EndsWith('/'))
            throw new TargetPatternException($"The package part of '{text}' should not end in a slash");

        // "//foo/BUILD" is "//foo:BUILD".
        if (parts.Name is null && (path == "BUILD" || path.EndsWith("/BUILD", StringComparison.Ordinal)))
            return Single(new PackageId(repository, path[..^Math.Min(path.Length, 6)]), "BUILD");

        if (path == "..." || path.EndsWith("/...", StringComparison.Ordinal))
        {
            var top = new PackageId(repository, path[..^Math.Min(path.Length, 4)]);
            bool? rulesOnly = parts.Name is null ? true : IsWildcard(parts.Name);
            return rulesOnly is { } below
                ? new TargetPattern(text, TargetPatternKind.TargetsBelowDirectory, parts.Negative, top, parts.Name ?? "", below)
                : throw new TargetPatternException(
                    $"invalid target format '{text}': only :all, :* and :all-targets may follow '...'");
        }

        if (parts.Name is not null)
        {
            var package = new PackageId(repository, path);
            return IsWildcard(parts.Name) is { } rulesOnly
                ? new TargetPattern(text, TargetPatternKind.TargetsInPackage, parts.Negative, package, parts.Name, rulesOnly)
                : Single(package, parts.Name);
        }

        if (parts.Absolute)
            return Single(new PackageId(repository, path), path[(path.LastIndexOf('/') + 1)..]);

        LabelValidator.CheckTargetName(path, packagePath: "");
        return new TargetPattern(text, TargetPatternKind.PathAsTarget, parts.Negative, working, path, rulesOnly: false);

        TargetPattern Single(PackageId package, string target) => new(
            text, TargetPatternKind.SingleTarget, parts.Negative, package, new Label(package, target).Name, rulesOnly: false);
    }

    /// <returns>Whether the wildcard means rules only; null where the name is no wildcard.</returns>
    private static bool? IsWildcard(string name) => name switch
    {
        "all" => true,
        "*" or "all-targets" => false,
        _ => null,
    };
}
