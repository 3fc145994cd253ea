namespace TfNative.Execution;

/// <summary>What a build did, in numbers.</summary>
/// <param name="Ran">Actions that ran and succeeded.</param>
/// <param name="Failed">Actions that ran and failed.</param>
/// <param name="UpToDate">Actions needed for what is wanted that did not have to run.</param>
/// <param name="NotReached">Actions that would have had to run, but something before them failed.</param>
/// <param name="Elapsed">Wall time of the whole call.</param>
/// <param name="ActionTime">Sum of the times of the actions that ran.</param>
/// <param name="Saved">Sum of the logged times of the actions that did not have to run.</param>
/// <param name="CheckTime">Time until it was known what is stale.</param>
public sealed record ExecutionSummary(
    int Ran, int Failed, int UpToDate, int NotReached, TimeSpan Elapsed, TimeSpan ActionTime, TimeSpan Saved, TimeSpan CheckTime)
{
    /// <summary>How many actions came to what by the compiler's launcher.</summary>
    public LaunchCounts Launches { get; init; }

    internal static readonly ExecutionSummary Nothing = new(0, 0, 0, 0, default, default, default, default);
}
