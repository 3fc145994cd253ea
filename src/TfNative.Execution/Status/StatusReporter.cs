using System.Diagnostics;

namespace TfNative.Execution;

/// <summary>Keeps count of a build, and tells its observer one thing at a time.</summary>
internal sealed class StatusReporter(IExecutionStatus status)
{
    private readonly Lock _lock = new();
    private readonly List<BuildAction> _running = [];
    private readonly HashSet<BuildAction> _unknown = [];
    private ActionEstimates? _estimates;
    private double _secondsLeft;
    private int _jobs = 1;
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
            (_total, _jobs, _estimates) = (plan.ActionCount, jobs, estimates);
            foreach (PlanNode node in plan.Nodes)
            {
                if (node.Action is { } action)
                    Count(action, 1);
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
            Count(action, -1);
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
            Count(action, -1);
            if (result.Cancelled)
                return;
            if (result.Failure is null)
                Ran++;
            else
                Failed++;
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

    private void Count(BuildAction action, int sign)
    {
        Debug.Assert(_estimates is not null);
        if (_estimates.Logged(action) is { } usage)
            _secondsLeft += sign * usage.Duration.TotalSeconds;
        else if (sign > 0)
            _unknown.Add(action);
        else
            _unknown.Remove(action);
    }

    /// <summary>What never ran is taken to be as long as the average of what ran in this build.</summary>
    private ExecutionProgress Progress()
    {
        int done = Ran + Failed;
        TimeSpan? remaining = _unknown.Count > 0 && done == 0
            ? null
            : TimeSpan.FromSeconds(
                (_secondsLeft + (_unknown.Count == 0 ? 0 : _unknown.Count * ActionTime.TotalSeconds / done)) / _jobs);
        return new ExecutionProgress(done, _total, [.. _running], remaining);
    }
}
