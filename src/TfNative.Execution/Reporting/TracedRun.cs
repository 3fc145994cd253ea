namespace TfNative.Execution;

/// <summary>A run of an action, as the trace has it.</summary>
/// <param name="Output">Exec path of the action's first output.</param>
/// <param name="Slot">The job that it ran in.</param>
/// <param name="Start">Milliseconds since the first action.</param>
/// <param name="Duration">Milliseconds.</param>
/// <param name="Reason">Why it was stale.</param>
/// <param name="Succeeded">How it ended.</param>
/// <param name="Launch">What the compiler's launcher did.</param>
/// <param name="CpuTime">Milliseconds.</param>
/// <param name="PeakMemory">MiB.</param>
internal sealed record TracedRun(
    string Output, int Slot, double Start, double Duration, string Reason, bool Succeeded, LaunchResult Launch, long CpuTime, long PeakMemory);
