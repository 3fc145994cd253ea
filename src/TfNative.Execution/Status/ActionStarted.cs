namespace TfNative.Execution;

/// <param name="Action">What starts.</param>
/// <param name="Reason">Why it is stale: "missing output a.o", "command line changed: -O2 -> -O3".</param>
/// <param name="Progress">Including this action.</param>
public sealed record ActionStarted(BuildAction Action, string Reason, ExecutionProgress Progress);
