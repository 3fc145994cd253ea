namespace TfNative.Execution;

/// <summary>An action in the trace of a build.</summary>
/// <param name="Action">What ran.</param>
/// <param name="Slot">The job that it ran in.</param>
/// <param name="Start">Since the build's start.</param>
/// <param name="Usage">What it took.</param>
/// <param name="Reason">Why it was stale.</param>
/// <param name="Succeeded">How it ended.</param>
/// <param name="Launch">What the compiler's launcher did.</param>
/// <param name="Available">Memory that the machine had to give when it ended, in bytes.</param>
internal sealed record TraceEvent(
    BuildAction Action, int Slot, TimeSpan Start, ActionUsage Usage, string Reason, bool Succeeded, LaunchResult Launch, long Available)
{
    public TimeSpan End => Start + Usage.Duration;
}
