namespace TfNative.Execution;

public enum ExecutionOutcome
{
    /// <summary>Everything wanted is up to date.</summary>
    Succeeded,

    /// <summary>At least one action failed.</summary>
    Failed,

    /// <summary>Stopped by the caller.</summary>
    Cancelled,

    /// <summary>Only asked (<see cref="ExecutionRequest.Question"/>), and something is stale.</summary>
    Stale,
}
