using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>package_group(): a set of packages, for visibility.</summary>
public sealed class PackageGroup(
    Package package, Label label, Location? location, IReadOnlyList<string> specifications, IReadOnlyList<Label> includes)
    : Target(package, label, location)
{
    /// <summary>"//a", "//a/...", "-//a/b", "public", "private", "//..." as written.</summary>
    public IReadOnlyList<string> Specifications { get; } = specifications;

    public IReadOnlyList<Label> Includes { get; } = includes;

    public override string Kind => "package group";
}
