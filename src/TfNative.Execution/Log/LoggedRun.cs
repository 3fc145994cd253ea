namespace TfNative.Execution;

/// <summary>What is written to the log about an action that ran well; see <see cref="LoggedAction"/>.</summary>
internal sealed record LoggedRun(
    Hash128 CommandDigest,
    ActionUsage Usage,
    int[] Outputs,
    int[] Inputs,
    int[] Discovered,
    IReadOnlyList<string> Arguments,
    IReadOnlyList<string> Environment);
