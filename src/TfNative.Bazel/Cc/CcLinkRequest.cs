using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>What a target wants to have linked.</summary>
public sealed record CcLinkRequest
{
    public required Artifact Output { get; init; }

    /// <summary>A shared library, not a program.</summary>
    public bool Shared { get; init; }

    /// <summary>Dependencies as archives rather than shared libraries.</summary>
    public bool StaticMode { get; init; } = true;

    /// <summary>Objects of the target itself, first on the command line.</summary>
    public IReadOnlyList<Artifact> Objects { get; init; } = [];

    public CcLinkingContext Context { get; init; } = CcLinkingContext.Empty;

    /// <summary>Files that options name, such as version scripts.</summary>
    public IReadOnlyList<Artifact> AdditionalInputs { get; init; } = [];

    /// <summary>Options put before those of <see cref="Context"/>.</summary>
    public IReadOnlyList<string> UserLinkFlags { get; init; } = [];

    public IReadOnlyList<string> Features { get; init; } = [];
}
