namespace TfNative.Execution;

/// <summary>An action that ended, well or not.</summary>
/// <param name="Action">What ran.</param>
/// <param name="Failure">Null when it succeeded.</param>
/// <param name="Output">All that it wrote to its standard output and error, in order.</param>
/// <param name="Usage">What it took.</param>
/// <param name="Progress">After this action.</param>
public sealed record ActionFinished(
    BuildAction Action, ActionFailure? Failure, ActionOutput Output, ActionUsage Usage, ExecutionProgress Progress)
{
    /// <summary>What the compiler's launcher did, as far as it says.</summary>
    public LaunchResult Launch { get; init; }

    public bool Succeeded => Failure is null;
}
