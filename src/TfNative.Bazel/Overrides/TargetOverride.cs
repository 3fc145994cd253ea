namespace TfNative.Bazel;

/// <summary>A change to a target that the workspace declares, made without touching its BUILD file.</summary>
public sealed record TargetOverride
{
    /// <summary>The target's label.</summary>
    public required string Target { get; init; }

    /// <summary>Puts a cc_library without sources and dependencies in its place.</summary>
    public bool ReplaceByEmpty { get; init; }

    /// <summary>Is meant for builds that have the target: no mistake where nothing loads its package.</summary>
    public bool Optional { get; init; }

    public IReadOnlyList<AttributeEdit> Edits { get; init; } = [];
}
