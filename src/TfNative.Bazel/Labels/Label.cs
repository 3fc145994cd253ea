namespace TfNative.Bazel;

/// <summary>
/// The name of a target: a package and a name in it. Equality and hash cost next to nothing: the hash is kept, and
/// labels of one file share their package.
/// </summary>
/// <remarks>
/// Ordered as Bazel orders labels: repository, package, name. Strings as Bazel 7 gives them without bzlmod.
/// </remarks>
public sealed class Label : IEquatable<Label>, IComparable<Label>
{
    private readonly int hash;

    /// <param name="package">The package that the target belongs to.</param>
    /// <param name="name">The name in the package, such as <c>b</c> or <c>sub/file.cc</c>.</param>
    /// <exception cref="LabelSyntaxException">The name cannot be a target's.</exception>
    public Label(PackageId package, string name)
        : this(package, LabelValidator.CheckTargetName(name, package.Path), validated: true)
    {
    }

    internal Label(PackageId package, string name, bool validated)
    {
        System.Diagnostics.Debug.Assert(validated);
        Package = package;
        Name = name;
        hash = HashCode.Combine(package, name.GetHashCode(StringComparison.Ordinal));
    }

    public PackageId Package { get; }

    public string Name { get; }

    public RepositoryName Repository => Package.Repository;

    /// <summary>Where a source file of this label lies under the execution root.</summary>
    public string ExecPath => PackageId.Join(Package.ExecPath, Name);

    /// <summary>
    /// Reads a label that stands in a BUILD or .bzl file: <c>//a</c>, <c>//a:b</c>, <c>@r//a:b</c>, <c>@@r//a:b</c>,
    /// <c>@r</c>, <c>@//a:b</c>, <c>:b</c>, <c>b</c>, <c>sub/b.cc</c>.
    /// </summary>
    /// <param name="text">The label.</param>
    /// <param name="context">The package whose file it stands in.</param>
    /// <param name="repositoryMapping">
    /// From the name after one <c>@</c> to the repository's canonical name, both without <c>@</c>, "" for the main
    /// repository; null where each repository has one name only. Not asked for <c>@//</c> and <c>@@r//</c>.
    /// </param>
    /// <exception cref="LabelSyntaxException">It is not a label.</exception>
    public static Label Parse(string text, PackageId context, Func<string, string>? repositoryMapping = null) =>
        LabelParser.Parse(text, context, repositoryMapping);

    /// <summary>The label <paramref name="text"/> as this label's package would mean it.</summary>
    /// <exception cref="LabelSyntaxException">It is not a label.</exception>
    public Label Relative(string text, Func<string, string>? repositoryMapping = null) =>
        LabelParser.Parse(text, Package, repositoryMapping);

    /// <summary>Another target of the same package.</summary>
    /// <exception cref="LabelSyntaxException">The name cannot be a target's.</exception>
    public Label Sibling(string name) => new(Package, name);

    public bool Equals(Label? other) =>
        ReferenceEquals(this, other)
        || (other is not null && hash == other.hash && Name == other.Name && Package.Equals(other.Package));

    public override bool Equals(object? obj) => Equals(obj as Label);

    public override int GetHashCode() => hash;

    public int CompareTo(Label? other)
    {
        if (other is null)
            return 1;
        int byPackage = Package.CompareTo(other.Package);
        return byPackage != 0 ? byPackage : string.CompareOrdinal(Name, other.Name);
    }

    /// <summary><c>//pkg:name</c> or <c>@repo//pkg:name</c>: what <c>bazel query</c> and error messages print.</summary>
    public override string ToString() => Repository.IsMain
        ? string.Concat("//", Package.Path, ":", Name)
        : string.Concat(Repository.ToString(), "//", Package.Path) + ":" + Name;

    /// <summary><c>@//pkg:name</c> or <c>@repo//pkg:name</c>: what Starlark's <c>str(label)</c> gives.</summary>
    public string ToStarlarkString() => Repository.IsMain ? "@" + ToString() : ToString();

    /// <summary><c>//pkg:name</c> or <c>@@repo//pkg:name</c>: what <c>bazel aquery</c> prints.</summary>
    public string ToActionGraphString() => Repository.IsMain ? ToString() : "@" + ToString();

    /// <summary><see cref="ToString"/>, without the name where it is the last part of the package: <c>//a/b</c> for <c>//a/b:b</c>.</summary>
    public string ToShortString()
    {
        ReadOnlySpan<char> last = Package.Path.AsSpan(Package.Path.LastIndexOf('/') + 1);
        return last.Length > 0 && last.SequenceEqual(Name) ? Package.ToString() : ToString();
    }

    public static bool operator ==(Label? left, Label? right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(Label? left, Label? right) => !(left == right);

    public static bool operator <(Label left, Label right) => left.CompareTo(right) < 0;

    public static bool operator <=(Label left, Label right) => left.CompareTo(right) <= 0;

    public static bool operator >(Label left, Label right) => left.CompareTo(right) > 0;

    public static bool operator >=(Label left, Label right) => left.CompareTo(right) >= 0;
}
