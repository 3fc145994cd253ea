using System.Collections.Immutable;

namespace TfNative.Execution;

/// <summary>Runs a program in the execution root, without input and with only the environment declared here.</summary>
public sealed class SpawnAction : BuildAction
{
    /// <summary>The program and its arguments. The program is a path relative to the execution root, an absolute path,
    /// or a name looked for in the PATH of <see cref="Environment"/>.</summary>
    public required CommandLine CommandLine { get; init; }

    public ActionEnvironment Environment { get; init; } = ActionEnvironment.Empty;

    /// <summary>What the action runs: inputs in every respect. The program itself need not be named again: the file
    /// that the command line leads to always counts.</summary>
    public ImmutableArray<Artifact> Tools { get; init; } = [];

    /// <summary>Arguments to be handed over in response files.</summary>
    public ImmutableArray<ParamFile> ParamFiles { get; init; } = [];

    /// <summary>Arguments that are only known when it runs, in the order of the command line, each wholly in or out of a response file.</summary>
    public ImmutableArray<DirectoryArguments> Directories { get; init; } = [];

    /// <summary>Exec path of the makefile rule that the program writes (gcc's -MD -MF); null when it writes none.
    /// It may be one of the outputs; if it is not, it is removed once read.</summary>
    public string? Depfile { get; init; }

    /// <summary>
    /// <see cref="BuildAction.InputSets"/> are only candidates: generated ones among them are waited for and must
    /// exist, but only what the depfile named, and <see cref="BuildAction.Inputs"/>, makes the action stale (Bazel's
    /// input discovery). Needs <see cref="Depfile"/>.
    /// </summary>
    public bool DiscoversInputs { get; init; }

    /// <summary>At most so many actions of the pool run at a time; null for no such limit.</summary>
    public ActionPool? Pool { get; init; }

    /// <summary>What it is expected to need, until the build log knows better.</summary>
    public ActionResources Resources { get; init; } = ActionResources.Unknown;

    /// <summary>After this time it is stopped and has failed; null for the request's limit.</summary>
    public TimeSpan? Timeout { get; init; }
}
