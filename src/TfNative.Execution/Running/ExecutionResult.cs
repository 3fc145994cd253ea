using System.Collections.Immutable;

namespace TfNative.Execution;

/// <summary>How a build ended.</summary>
public sealed record ExecutionResult(ExecutionOutcome Outcome, ExecutionSummary Summary, ImmutableArray<ActionFailure> Failures)
{
    public bool Succeeded => Outcome == ExecutionOutcome.Succeeded;
}
