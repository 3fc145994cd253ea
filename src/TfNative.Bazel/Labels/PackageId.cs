namespace TfNative.Bazel;

/// <summary>Which package: a repository and a path in it, <c>/</c> between its parts, empty for the root package.</summary>
/// <remarks>Bazel calls it a package identifier. Ordered by repository, then by path, both ordinally.</remarks>
public sealed class PackageId : IEquatable<PackageId>, IComparable<PackageId>
{
    private readonly int hash;

    /// <exception cref="LabelSyntaxException">The path cannot be a package's.</exception>
    public PackageId(RepositoryName repository, string path)
    {
        LabelValidator.CheckPackageName(path, targetName: null);
        Repository = repository;
        Path = path;
        hash = HashCode.Combine(repository, path.GetHashCode(StringComparison.Ordinal));
    }

    /// <summary>The package at the top of the main repository.</summary>
    public static PackageId MainRoot { get; } = new(RepositoryName.Main, "");

    public RepositoryName Repository { get; }

    public string Path { get; }

    /// <summary>Where the package lies under the execution root: <c>external/repo/a/b</c>, or <c>a/b</c> in the main repository.</summary>
    public string ExecPath => Join(Repository.ExecPath, Path);

    /// <summary>Whether <paramref name="other"/> is this package or lies in a folder below it.</summary>
    public bool Contains(PackageId other) =>
        Repository == other.Repository
        && (Path.Length == 0
            || (other.Path.StartsWith(Path, StringComparison.Ordinal)
                && (other.Path.Length == Path.Length || other.Path[Path.Length] == '/')));

    public bool Equals(PackageId? other) =>
        ReferenceEquals(this, other)
        || (other is not null && hash == other.hash && Path == other.Path && Repository.Equals(other.Repository));

    public override bool Equals(object? obj) => Equals(obj as PackageId);

    public override int GetHashCode() => hash;

    public int CompareTo(PackageId? other)
    {
        if (other is null)
            return 1;
        int byRepository = Repository.CompareTo(other.Repository);
        return byRepository != 0 ? byRepository : string.CompareOrdinal(Path, other.Path);
    }

    /// <summary><c>//a/b</c>, or <c>@repo//a/b</c>.</summary>
    public override string ToString() => string.Concat(Repository.ToString(), "//", Path);

    /// <summary>As <c>bazel query --output=package</c> prints it: <c>a/b</c>, or <c>@repo//a/b</c>.</summary>
    public string ToQueryString() => Repository.IsMain ? Path : ToString();

    public static bool operator ==(PackageId? left, PackageId? right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(PackageId? left, PackageId? right) => !(left == right);

    public static bool operator <(PackageId left, PackageId right) => left.CompareTo(right) < 0;

    public static bool operator <=(PackageId left, PackageId right) => left.CompareTo(right) <= 0;

    public static bool operator >(PackageId left, PackageId right) => left.CompareTo(right) > 0;

    public static bool operator >=(PackageId left, PackageId right) => left.CompareTo(right) >= 0;

    internal static string Join(string left, string right) =>
        left.Length == 0 ? right : right.Length == 0 ? left : string.Concat(left, "/", right);
}
