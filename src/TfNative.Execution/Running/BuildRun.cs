using System.Runtime.ExceptionServices;

namespace TfNative.Execution;

/// <summary>The part of a build in which actions run: one thread per job, each asking the scheduler what to do next.</summary>
internal sealed class BuildRun
{
    /// <summary>Often enough for builds of minutes, and too seldom to be noticed.</summary>
    private static readonly TimeSpan CoreInterval = TimeSpan.FromSeconds(1);

    private readonly ActionContext _context;
    private readonly BuildPlan _plan;
    private readonly ActionEstimates _estimates;
    private readonly Scheduler _scheduler;
    private readonly Lock _lock = new();
    private readonly List<ActionFailure> _failures = [];
    private readonly List<BuildAction> _ran = [];
    private readonly FinishedRuns _finished;
    private readonly TraceRecorder _trace;
    private readonly CoreShare _cores;
    private readonly int _wantedJobs;
    private readonly int _remoteJobs;
    private ExceptionDispatchInfo? _exception;
    private bool _cancelled;
    private int _settled;

    /// <param name="context">Of the build.</param>
    /// <param name="plan">What may have to run.</param>
    /// <param name="estimates">What it is expected to take.</param>
    /// <param name="memory">What the machine has left.</param>
    /// <param name="jobs">Actions that may run at a time on this machine.</param>
    /// <param name="allJobs">And with the launcher's other machines.</param>
    public BuildRun(ActionContext context, BuildPlan plan, ActionEstimates estimates, IMemoryProbe memory, int jobs, int allJobs)
    {
        (_context, _plan, _estimates, _wantedJobs, _remoteJobs) = (context, plan, estimates, jobs, allJobs - jobs);
        _cores = new CoreShare(context.Request.CoreBroker, jobs, CoreInterval);
        var local = new LocalJobs(_remoteJobs > 0 && context.Request.Launcher is { } launcher ? launcher.Launches : _ => false);
        _finished = new FinishedRuns(context);
        _trace = new TraceRecorder(memory);
        MemoryPolicy policy = context.Request.Memory;
        var gate = new MemoryGate(policy, new SampledMemory(memory), action => estimates.Memory(action, policy.DefaultActionBytes));
        _scheduler = new Scheduler(plan, gate, local);
    }

    public IReadOnlyList<ActionFailure> Failures => _failures;

    public IReadOnlyList<BuildAction> RanActions => _ran;

    /// <summary>Actions of the plan that ran or were found up to date.</summary>
    public int Settled => _settled;

    public ExecutionOutcome Outcome => _failures.Count > 0 ? ExecutionOutcome.Failed
        : _cancelled || _settled < _plan.ActionCount ? ExecutionOutcome.Cancelled
        : ExecutionOutcome.Succeeded;

    public void Run(CancellationToken cancel)
    {
        int jobs = _cores.Acquire();
        _scheduler.SetLocalLimit(jobs);
        try
        {
            _context.Status.BuildStarted(_plan, _estimates, jobs + _remoteJobs);
            using (cancel.Register(_scheduler.Stop))
                RunJobs(_wantedJobs + _remoteJobs, cancel);
        }
        finally
        {
            _cores.Release();
        }

        _cancelled = cancel.IsCancellationRequested;
        if (_exception is not { SourceException: ExecutionException { Code: ExecutionErrors.LogNotWrittenCode } })
            _finished.Write();
        _exception?.Throw();
    }

    /// <summary>Writes what ran for Chrome's viewer of traces.</summary>
    public void WriteTrace(Stream output) => ChromeTrace.Write(output, _trace.Events, _plan.Nodes);

    private void RunJobs(int jobs, CancellationToken cancel)
    {
        var threads = new Thread[Math.Max(1, Math.Min(jobs, _plan.ActionCount))];
        for (int slot = 0; slot < threads.Length; slot++)
        {
            int number = slot;
            threads[slot] = new Thread(() => Job(number, cancel), 512 * 1024) { IsBackground = true, Name = $"action {slot}" };
            threads[slot].Start();
        }

        foreach (Thread thread in threads)
            thread.Join();
    }

    private void Job(int slot, CancellationToken cancel)
    {
        try
        {
            var declared = new DeclaredInputs(_context.Paths, _context.Programs);
            var check = new UpToDateCheck(_context.Log, _context.Files, _context.Paths, declared);
            var runner = new ActionRunner(_context, declared, _finished, slot);
            while (_scheduler.Take() is { } step)
            {
                if (step.IsRun)
                    RunAction(runner, step.Node, slot, cancel);
                else
                    Check(check, step.Node);
            }
        }
        catch (Exception e)
        {
            // Not an action's failure but the build's: the log cannot be written, a file cannot be read.
            lock (_lock)
                _exception ??= ExceptionDispatchInfo.Capture(e);
            _scheduler.Stop();
        }
    }

    private void Check(UpToDateCheck check, PlanNode node)
    {
        StaleReason reason = check.Check(node.Action!);
        if (!reason.IsStale)
        {
            Interlocked.Increment(ref _settled);
            _context.Status.Skipped(node.Action!);
        }

        _scheduler.Checked(node, reason);
    }

    private void RunAction(ActionRunner runner, PlanNode node, int slot, CancellationToken cancel)
    {
        BuildAction action = node.Action!;
        int primary = _context.Paths[action.PrimaryOutput];
        string reason = node.Reason.Explain(action, primary, _context.Log);
        _context.Status.Started(action, reason);
        ActionResult result = runner.Run(action, cancel);
        if (_context.Request.Trace)
            _trace.Ended(action, slot, reason, result);
        lock (_lock)
        {
            _ran.Add(action);
            if (!result.Cancelled)
                Interlocked.Increment(ref _settled);
            if (result.Failure is { } failure)
                _failures.Add(failure);
        }

        if (result.Failure is not null && !_context.Request.KeepGoing)
            _scheduler.Stop();
        _context.Status.Ended(action, result);
        if (_cores.Renew() is { } cores)
            _scheduler.SetLocalLimit(cores);
        _scheduler.Ended(node, result.Succeeded);
    }
}
