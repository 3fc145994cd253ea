using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>What a target wants to have compiled.</summary>
public sealed record CcCompileRequest
{
    /// <summary>Folder name of the objects: the target's name, or that of a part of it.</summary>
    public required string Name { get; init; }

    /// <summary>Sources in order.</summary>
    public IReadOnlyList<Artifact> Sources { get; init; } = [];

    /// <summary>The context that the sources see: the target's own and those of all its dependencies.</summary>
    public required CcCompilationContext Context { get; init; }

    /// <summary>Options of the target, after those of the project.</summary>
    public IReadOnlyList<string> Copts { get; init; } = [];

    /// <summary>For C++ sources only, before <see cref="Copts"/>.</summary>
    public IReadOnlyList<string> CxxOpts { get; init; } = [];

    /// <summary>For C sources only, before <see cref="Copts"/>.</summary>
    public IReadOnlyList<string> ConlyOpts { get; init; } = [];

    /// <summary>"name" on, "-name" off; package and target together.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>Files that compiles read beside headers.</summary>
    public IReadOnlyList<Artifact> AdditionalInputs { get; init; } = [];
}
