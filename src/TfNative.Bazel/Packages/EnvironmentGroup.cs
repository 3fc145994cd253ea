using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>environment_group(): which environments exclude each other. Targets are not held to their environments.</summary>
public sealed class EnvironmentGroup(Package package, Label label, Location? location, IReadOnlyList<Label> environments)
    : Target(package, label, location)
{
    public IReadOnlyList<Label> Environments { get; } = environments;

    public override string Kind => "environment group";
}
