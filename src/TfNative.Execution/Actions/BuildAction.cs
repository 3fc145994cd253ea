using System.Collections.Immutable;

namespace TfNative.Execution;

/// <summary>
/// One step of a build: it reads artifacts and makes artifacts. The kinds are <see cref="SpawnAction"/> (a program)
/// and those that run within the process, as they need none: <see cref="WriteFileAction"/>,
/// <see cref="WriteArgumentsAction"/>, <see cref="ExpandTemplateAction"/>, <see cref="SymlinkAction"/>, <see cref="SymlinkTreeAction"/>, <see cref="CopyAction"/>.
/// </summary>
public abstract class BuildAction
{
    private Hash128 _digest;
    private bool _hasDigest;

    private protected BuildAction()
    {
    }

    /// <summary>Bazel's name for the kind of work: CppCompile, CppArchive, CppLink, Genrule, FileWrite, ...</summary>
    public required string Mnemonic { get; init; }

    /// <summary>The label of the target that wants it, as text; named in messages.</summary>
    public string Owner { get; init; } = "";

    /// <summary>What a person reads while it runs: "Compiling a/b.cc".</summary>
    public string Description { get; init; } = "";

    /// <summary>Read by the action: a change of content makes it stale.</summary>
    public ImmutableArray<Artifact> Inputs { get; init; } = [];

    /// <summary>More inputs, shared with other actions. See <see cref="SpawnAction.DiscoversInputs"/>.</summary>
    public ImmutableArray<ArtifactSet> InputSets { get; init; } = [];

    /// <summary>Made by the action; at least one, the first of which names it in the build log.</summary>
    public required ImmutableArray<Artifact> Outputs { get; init; }

    /// <summary>The first output; the action's name across builds.</summary>
    public Artifact PrimaryOutput => Outputs[0];

    /// <summary>See <see cref="ActionDigest"/>; worked out once, or read with the graph from its file.</summary>
    internal Hash128 Digest
    {
        get
        {
            if (!_hasDigest)
                Digest = ActionDigest.Of(this);
            return _digest;
        }

        set => (_digest, _hasDigest) = (value, true);
    }

    /// <summary>Dense number within the graph; -1 before it is added to one.</summary>
    internal int Index { get; set; } = -1;

    public override string ToString() => $"{Mnemonic} {(Outputs.IsDefaultOrEmpty ? "" : PrimaryOutput.ExecPath)}";
}
