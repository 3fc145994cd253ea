namespace TfNative.Bazel;

/// <summary>Tells whether a package may depend on a target (https://bazel.build/concepts/visibility).</summary>
/// <param name="find">Finds a package group by its label.</param>
internal sealed class VisibilityMatcher(Func<Label, Target> find)
{
    // Package groups that include each other are an error of their own; here they must only not run forever.
    private const int MostIncludes = 50;

    /// <summary>Who may depend on a target. A file that is not exported follows its package's default.</summary>
    public static Visibility Of(Target target) => target switch
    {
        Rule rule => rule.Visibility,
        OutputFile output => output.Generator.Visibility,
        InputFile file => file.Visibility ?? file.Package.Defaults.Visibility,
        _ => Visibility.Public,
    };

    public bool Allows(Visibility visibility, PackageId from) =>
        visibility.IsPublic || visibility.Entries.Any(entry => Allows(entry, from, 0));

    private bool Allows(Label entry, PackageId from, int depth)
    {
        switch (entry.Name)
        {
            case "__pkg__":
                return entry.Package.Equals(from);
            case "__subpackages__":
                return entry.Package.Contains(from);
        }

        if (depth > MostIncludes || find(entry) is not PackageGroup group)
            return false;
        return Matches(group, from) || group.Includes.Any(include => Allows(include, from, depth + 1));
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

    /// <param name="pattern">A package as package_group() and visibility() name it.</param>
    /// <param name="repository">The one that the pattern stands in.</param>
    internal static bool Covers(string pattern, RepositoryName repository, PackageId from)
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
