namespace TfNative.Execution;

/// <summary>
/// Hands out work to the jobs: first the decision whether an action that has all its inputs must run, then the
/// run, critical path first, as far as pools and memory allow. What fails is never done, so what needs it is never
/// handed out. All state is under one lock; the work itself is done outside of it.
/// </summary>
internal sealed class Scheduler
{
    private readonly object _lock = new();
    private readonly Queue<PlanNode> _toCheck = new();
    private readonly PriorityQueue<PlanNode, (double, int)> _toRun = new();
    /// <summary>What other machines can take; empty when there are none.</summary>
    private readonly PriorityQueue<PlanNode, (double, int)> _toLaunch = new();
    private readonly PoolLimits _pools = new();
    private readonly MemoryGate _memory;
    private readonly LocalJobs? _local;
    private int _busy;
    private bool _stopped;

    /// <param name="plan">The actions.</param>
    /// <param name="memory">Holds them back while memory is short.</param>
    /// <param name="local">Null for as many as there are jobs.</param>
    public Scheduler(BuildPlan plan, MemoryGate memory, LocalJobs? local = null)
    {
        (_memory, _local) = (memory, local);
        // Sets that wait for something wait for an action, so only actions are ready at first.
        foreach (PlanNode node in plan.Nodes.Where(node => node.Pending == 0))
            _toCheck.Enqueue(node);
    }

    /// <summary>The next thing to do, waiting for it if need be; null when there will be nothing more.</summary>
    public SchedulerStep? Take()
    {
        lock (_lock)
        {
            while (!_stopped)
            {
                SchedulerStep? step = Next();
                if (step is not null)
                {
                    _busy++;
                    return step;
                }

                if (_busy == 0)
                    break;
                Monitor.Wait(_lock);
            }

            Monitor.PulseAll(_lock);
            return null;
        }
    }

    /// <summary>The answer to a step that was to check.</summary>
    public void Checked(PlanNode node, StaleReason reason)
    {
        lock (_lock)
        {
            _busy--;
            node.Reason = reason;
            if (reason.IsStale)
                Enqueue(node);
            else
                Done(node);
            Monitor.PulseAll(_lock);
        }
    }

    /// <summary>The end of a step that was to run.</summary>
    public void Ended(PlanNode node, bool succeeded)
    {
        lock (_lock)
        {
            _busy--;
            _pools.Leave(node.Action!);
            _memory.Leave(node.Action!);
            if (_local?.IsLocal(node.Action!) == true)
                _local.Leave();
            if (succeeded)
                Done(node);
            Monitor.PulseAll(_lock);
        }
    }

    /// <summary>From now on no more than so many run on this machine; what runs already goes on.</summary>
    public void SetLocalLimit(int jobs)
    {
        lock (_lock)
        {
            if (_local is not null)
                _local.Limit = jobs;
            Monitor.PulseAll(_lock);
        }
    }

    /// <summary>Hands out nothing more.</summary>
    public void Stop()
    {
        lock (_lock)
        {
            _stopped = true;
            Monitor.PulseAll(_lock);
        }
    }

    private SchedulerStep? Next()
    {
        if (_toCheck.TryDequeue(out PlanNode? node))
            return new SchedulerStep(node, IsRun: false);
        SchedulerStep? local = _local is null || _local.HasFree ? NextOf(_toRun) : null;
        if (local is not null)
            _local?.Enter();
        return local ?? NextOf(_toLaunch);
    }

    private SchedulerStep? NextOf(PriorityQueue<PlanNode, (double, int)> queue)
    {
        List<PlanNode>? held = null;
        SchedulerStep? step = null;
        // Something small may go ahead of what must wait, but the search is bounded: it is done at every step.
        while (step is null && (held?.Count ?? 0) < 32 && queue.TryDequeue(out PlanNode? node, out _))
        {
            if (_pools.TryEnter(node.Action!))
            {
                if (_memory.TryEnter(node.Action!))
                {
                    step = new SchedulerStep(node, IsRun: true);
                    break;
                }

                _pools.Leave(node.Action!);
            }

            (held ??= []).Add(node);
        }

        foreach (PlanNode waiting in held ?? [])
            Enqueue(waiting);
        return step;
    }

    private void Enqueue(PlanNode node)
    {
        PriorityQueue<PlanNode, (double, int)> queue = _local?.IsLocal(node.Action!) == false ? _toLaunch : _toRun;
        queue.Enqueue(node, (-node.Priority, node.Action!.Index));
    }

    private void Done(PlanNode done)
    {
        var pending = new Stack<PlanNode>([done]);
        while (pending.TryPop(out PlanNode? node))
        {
            foreach (PlanNode user in node.Users)
            {
                if (--user.Pending > 0)
                    continue;
                user.LastAwaited = node;
                if (user.Action is null)
                    pending.Push(user);
                else
                    _toCheck.Enqueue(user);
            }
        }
    }
}
