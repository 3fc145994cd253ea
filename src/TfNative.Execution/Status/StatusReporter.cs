namespace TfNative.Execution;

/// <summary>Keeps count of a build, and tells its observer one thing at a time.</summary>
internal sealed class StatusReporter(IExecutionStatus status)
{
    private readonly Lock _lock = new();
    private readonly List<BuildAction> _running = [];
    private RemainingTime? _remaining;
    private int _total;

    public int Ran { get; private set; }

    public int Failed { get; private set; }

    public TimeSpan ActionTime { get; private set; }

    public LaunchCounts Launches { get; private set; }

    public void Message(ExecutionMessage message)
    {
        lock (_lock)
            status.Message(message);
    }

    public void BuildStarted(BuildPlan plan, ActionEstimates estimates, int jobs)
    {
        lock (_lock)
        {
            (_total, _remaining) = (plan.ActionCount, new RemainingTime(estimates, jobs));
            foreach (PlanNode node in plan.Nodes)
            {
                if (node.Action is { } action)
                    _remaining.Add(action);
            }

            status.BuildStarted(Progress());
        }
    }

    /// <summary>An action that was expected to run is up to date after all.</summary>
    public void Skipped(BuildAction action)
    {
        lock (_lock)
        {
            _total--;
            _remaining?.Remove(action);
        }
    }

    public void Started(BuildAction action, string reason)
    {
        lock (_lock)
        {
            _running.Add(action);
            status.ActionStarted(new ActionStarted(action, reason, Progress()));
        }
    }

    public void Ended(BuildAction action, ActionResult result)
    {
        lock (_lock)
        {
            _running.Remove(action);
            _remaining?.Remove(action);
            if (result.Cancelled)
                return;
            if (result.Failure is null)
            {
                Ran++;
                _remaining?.Learn(action, result.Usage.Duration, result.Launch);
            }
            else
            {
                Failed++;
            }

            ActionTime += result.Usage.Duration;
            Launches = Launches.With(result.Launch);
            status.ActionFinished(
                new ActionFinished(action, result.Failure, result.Output, result.Usage, Progress()) { Launch = result.Launch });
        }
    }

    public void BuildFinished(ExecutionResult result)
    {
        lock (_lock)
            status.BuildFinished(result);
    }

    private ExecutionProgress Progress() => new(Ran + Failed, _total, [.. _running], _remaining?.Estimate());
}
