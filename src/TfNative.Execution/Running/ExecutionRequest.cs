using System.Collections.Immutable;

namespace TfNative.Execution;

/// <summary>What <see cref="Executor"/> is to build, and how.</summary>
public sealed record ExecutionRequest
{
    public required ActionGraph Graph { get; init; }

    /// <summary>Absolute path of the folder that exec paths are relative to and that actions run in. It exists
    /// already, with the links into the workspace that sources are found through.</summary>
    public required string ExecutionRoot { get; init; }

    /// <summary>Absolute path of the folder for the build log, its lock, the trace, and outputs too long to show.
    /// One build at a time: a second waits for the first.</summary>
    public required string LogFolder { get; init; }

    /// <summary>Has read the log already, perhaps; null when nobody began to.</summary>
    public ReadAhead? ReadAhead { get; init; }

    /// <summary>Actions that run at a time; 0 for as many as the machine has cores for this process.</summary>
    public int Jobs { get; init; }

    /// <summary>After a failure go on with what does not need it; otherwise stop at once.</summary>
    public bool KeepGoing { get; init; }

    /// <summary>Start nothing, change nothing: only find out whether something would run (make's -q).</summary>
    public bool Question { get; init; }

    public MemoryPolicy Memory { get; init; } = MemoryPolicy.Default;

    /// <summary>Variables that every program gets beside those its action declares, without making anything stale:
    /// TMPDIR, a compiler cache's settings. What an action declares wins.</summary>
    public ActionEnvironment PassedEnvironment { get; init; } = ActionEnvironment.Empty;

    /// <summary>Put before the compilers (ccache, distcc, ...); null for none.</summary>
    public CompilerLauncher? Launcher { get; init; }

    /// <summary>Run programs without network (Linux). Those behind the launcher keep it, as caches need it.</summary>
    public bool WithoutNetwork { get; init; }

    /// <summary>For actions that do not say their own; null for none.</summary>
    public TimeSpan? ActionTimeout { get; init; }

    /// <summary>Asked for cores before anything runs; null when all cores are ours.</summary>
    public ICoreBroker? CoreBroker { get; init; }

    /// <summary>Exec paths of folders that belong to the build alone (bazel-out): files in them that no action of the
    /// graph declares are removed after a build in which something ran. Outputs of actions that the graph no longer
    /// has are removed wherever they are.</summary>
    public ImmutableArray<string> OutputTrees { get; init; } = [];

    public UndeclaredInputPolicy UndeclaredInputs { get; init; } = UndeclaredInputPolicy.Ignore;

    /// <summary>The label that would have to be a dependency for a path to be declared; null when not known.</summary>
    public Func<string, string?>? OwnerOfPath { get; init; }

    /// <summary>What makes arguments of the files of folders; null when no action of the graph asks for it.</summary>
    public IArgumentFunctions? ArgumentFunctions { get; init; }

    /// <summary>Write trace.json (Chrome's trace-event format) to <see cref="LogFolder"/> when something ran.</summary>
    public bool Trace { get; init; } = true;
}
