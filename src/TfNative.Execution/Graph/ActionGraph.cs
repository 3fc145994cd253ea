using System.Collections.Immutable;

namespace TfNative.Execution;

/// <summary>
/// Actions joined by the artifacts that they make and read. Every action stands after those whose outputs it needs
/// only in the order that the executor works out; here they stand in the order of being added.
/// </summary>
public sealed class ActionGraph
{
    internal ActionGraph(ImmutableArray<BuildAction> actions, ImmutableArray<Artifact> wanted, ImmutableArray<Artifact> artifacts)
    {
        Actions = actions;
        Wanted = wanted;
        Artifacts = artifacts;
    }

    public ImmutableArray<BuildAction> Actions { get; }

    /// <summary>What the build is for: only actions that these need are run.</summary>
    public ImmutableArray<Artifact> Wanted { get; }

    /// <summary>By <see cref="Artifact.Index"/>.</summary>
    public ImmutableArray<Artifact> Artifacts { get; }
}
