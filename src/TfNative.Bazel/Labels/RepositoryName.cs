namespace TfNative.Bazel;

/// <summary>
/// The canonical name of a repository, without its <c>@</c>. The main repository's is empty.
/// </summary>
/// <remarks>Rules and messages: Bazel 7, RepositoryName.java.</remarks>
public sealed class RepositoryName : IEquatable<RepositoryName>, IComparable<RepositoryName>
{
    private readonly int hash;

    /// <param name="name">The name without <c>@</c>; empty for the main repository.</param>
    /// <exception cref="LabelSyntaxException">The name has a character that repository names may not have.</exception>
    public RepositoryName(string name)
    {
        LabelValidator.CheckRepositoryName(name);
        Name = name;
        hash = name.GetHashCode(StringComparison.Ordinal);
    }

    /// <summary>The repository that is built: the workspace itself.</summary>
    public static RepositoryName Main { get; } = new("");

    public string Name { get; }

    public bool IsMain => Name.Length == 0;

    /// <summary>Where the repository lies under the execution root: empty, or <c>external/name</c>.</summary>
    public string ExecPath => IsMain ? "" : "external/" + Name;

    /// <summary>Where its files lie in a runfiles tree, seen from the main repository's folder: empty, or <c>../name</c>.</summary>
    public string RunfilesPath => IsMain ? "" : "../" + Name;

    public bool Equals(RepositoryName? other) =>
        ReferenceEquals(this, other) || (other is not null && hash == other.hash && Name == other.Name);

    public override bool Equals(object? obj) => Equals(obj as RepositoryName);

    public override int GetHashCode() => hash;

    public int CompareTo(RepositoryName? other) => string.CompareOrdinal(Name, other?.Name);

    /// <summary>Empty for the main repository, <c>@name</c> for another, as <c>bazel query</c> prints it.</summary>
    public override string ToString() => IsMain ? "" : "@" + Name;

    public static bool operator ==(RepositoryName? left, RepositoryName? right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(RepositoryName? left, RepositoryName? right) => !(left == right);

    public static bool operator <(RepositoryName left, RepositoryName right) => left.CompareTo(right) < 0;

    public static bool operator <=(RepositoryName left, RepositoryName right) => left.CompareTo(right) <= 0;

    public static bool operator >(RepositoryName left, RepositoryName right) => left.CompareTo(right) > 0;

    public static bool operator >=(RepositoryName left, RepositoryName right) => left.CompareTo(right) >= 0;
}
