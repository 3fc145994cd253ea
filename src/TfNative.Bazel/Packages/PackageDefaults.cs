namespace TfNative.Bazel;

/// <summary>What package() declares for the targets of a package.</summary>
public sealed record PackageDefaults
{
    public static readonly PackageDefaults None = new();

    public Visibility Visibility { get; init; } = Visibility.Private;

    public bool Testonly { get; init; }

    /// <summary>Why its targets should not be used; empty for nothing.</summary>
    public string Deprecation { get; init; } = "";

    public IReadOnlyList<string> Copts { get; init; } = [];

    public IReadOnlyList<string> Features { get; init; } = [];

    public IReadOnlyList<string> Licenses { get; init; } = [];

    public IReadOnlyList<Label> PackageMetadata { get; init; } = [];

    /// <summary>Environments for targets that say nothing themselves.</summary>
    public Label[] CompatibleWith { get; init; } = [];

    public Label[] RestrictedTo { get; init; } = [];
}
