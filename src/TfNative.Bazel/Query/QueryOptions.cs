namespace TfNative.Bazel;

/// <summary>What <c>bazel query</c> takes as flags.</summary>
public sealed record QueryOptions
{
    /// <summary><c>--implicit_deps</c>: dependencies that the BUILD file does not name.</summary>
    public bool ImplicitDeps { get; init; } = true;

    /// <summary><c>--tool_deps</c>: dependencies on tools that run during the build.</summary>
    public bool ToolDeps { get; init; } = true;

    /// <summary><c>--nodep_deps</c>: labels that are only mentioned, as in visibility.</summary>
    public bool NodepDeps { get; init; } = true;

    /// <summary><c>--universe_scope</c>: target patterns, which allrdeps() searches the closure of.</summary>
    public IReadOnlyList<string> UniverseScope { get; init; } = [];

    internal QueryEdgeKind Left =>
        (ImplicitDeps ? 0 : QueryEdgeKind.Implicit) | (ToolDeps ? 0 : QueryEdgeKind.Tool) | (NodepDeps ? 0 : QueryEdgeKind.Nodep);
}
