namespace TfNative.Bazel;

/// <summary>
/// Which targets are meant, as written on Bazel's command line or in a query: <c>//a:b</c>, <c>//a</c>, <c>//a:all</c>,
/// <c>//a:*</c>, <c>//a/...</c>, <c>//a/...:all-targets</c>, <c>a/b.cc</c>, each with a <c>-</c> before it to take
/// targets away.
/// </summary>
/// <remarks>https://bazel.build/run/build#specifying-build-targets; Bazel 7, TargetPattern.java.</remarks>
public sealed record TargetPattern
{
    internal TargetPattern(string text, TargetPatternKind kind, bool negative, PackageId package, string targetName, bool rulesOnly)
    {
        Text = text;
        Kind = kind;
        IsNegative = negative;
        Package = package;
        TargetName = targetName;
        RulesOnly = rulesOnly;
    }

    /// <summary>The pattern as it was written.</summary>
    public string Text { get; }

    public TargetPatternKind Kind { get; }

    /// <summary>Whether it takes targets away: <c>-//a:b</c>.</summary>
    public bool IsNegative { get; }

    /// <summary>The package that is meant, or the top one; the working package for <see cref="TargetPatternKind.PathAsTarget"/>.</summary>
    public PackageId Package { get; }

    /// <summary>
    /// The target's name, or the wildcard word: a target that is really called so is meant before the wildcard is.
    /// For <see cref="TargetPatternKind.PathAsTarget"/> the path from the repository's root; empty for <c>//a/...</c>.
    /// </summary>
    public string TargetName { get; }

    /// <summary>For wildcards: whether files are left out (<c>:all</c>, <c>...</c>) or not (<c>:*</c>, <c>:all-targets</c>).</summary>
    public bool RulesOnly { get; }

    /// <param name="text">The pattern.</param>
    /// <param name="workingPackage">The package that relative patterns start from.</param>
    /// <param name="repositoryMapping">As for <see cref="Bazel.Label.Parse"/>.</param>
    /// <exception cref="TargetPatternException">It is not a target pattern.</exception>
    public static TargetPattern Parse(string text, PackageId workingPackage, Func<string, string>? repositoryMapping = null) =>
        TargetPatternParser.Parse(text, workingPackage, repositoryMapping);

    /// <summary>The label of <see cref="TargetPatternKind.SingleTarget"/>.</summary>
    /// <exception cref="InvalidOperationException">The pattern is of another kind.</exception>
    public Label Label => Kind == TargetPatternKind.SingleTarget
        ? new Label(Package, TargetName)
        : throw new InvalidOperationException($"The target pattern '{Text}' does not name one target.");

    /// <summary>
    /// The label that a <see cref="TargetPatternKind.PathAsTarget"/> means: the package <c>a/b</c>'s target <c>b</c>, or
    /// else the file of the longest prefix that is a package.
    /// </summary>
    /// <exception cref="TargetPatternException">No part of the path is a package.</exception>
    public Label ResolvePath(Func<PackageId, bool> isPackage)
    {
        for (int end = TargetName.Length; end >= 0; end = end == 0 ? -1 : Math.Max(0, TargetName.LastIndexOf('/', end - 1)))
        {
            var package = new PackageId(Package.Repository, TargetName[..end]);
            if (!isPackage(package))
                continue;
            int name = end == TargetName.Length ? TargetName.LastIndexOf('/') + 1 : end == 0 ? 0 : end + 1;
            return new Label(package, TargetName[name..]);
        }

        throw new TargetPatternException(
            $"couldn't determine target from filename '{Text}': no folder on its path holds a BUILD file");
    }

    public override string ToString() => Text;
}
