using System.Diagnostics;

namespace TfNative.Execution;

/// <summary>One build: look at all files, decide, run.</summary>
internal sealed class Build
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly ExecutionRequest _request;
    private readonly ExecutorSeams _seams;
    private readonly BuildLog _log;
    private readonly StatusReporter _status;
    private readonly ActionContext _context;
    private readonly UpToDateCheck _check;
    private readonly DeclaredInputs _declared;

    public Build(ExecutionRequest request, ExecutorSeams seams, BuildLog log, long startTime, IExecutionStatus status)
    {
        (_request, _seams, _log) = (request, seams, log);
        _status = new StatusReporter(status);
        var files = new FileStates(seams.Disk, log, startTime);
        var paths = new BuildPaths(request.Graph, log);
        var programs = new ProgramFinder(seams.Disk, log);
        _context = new ActionContext(
            request, seams.Disk, seams.Commands, log, files, paths, programs, new OutputFolders(seams.Disk), _status);
        _declared = new DeclaredInputs(paths, programs);
        _check = new UpToDateCheck(log, files, paths, _declared);
    }

    private int Jobs => _request.Jobs > 0 ? _request.Jobs : Environment.ProcessorCount;

    public ExecutionResult Run(CancellationToken cancel)
    {
        List<BuildAction> order = ActionOrder.Of(_request.Graph, _request.Graph.Wanted);
        if (!_request.Question)
            StaleOutputs.Remove(_context);
        Look(order, cancel);
        HashSet<BuildAction> stale = FindStale(order);
        TimeSpan checkTime = Stopwatch.GetElapsedTime(_start);
        ExecutionResult result;
        if (stale.Count == 0 || _request.Question)
        {
            ExecutionOutcome outcome = stale.Count == 0 ? ExecutionOutcome.Succeeded : ExecutionOutcome.Stale;
            if (!_request.Question)
                _log.Flush();
            result = new ExecutionResult(outcome, Summary(order, [], stale.Count, checkTime), []);
        }
        else
        {
            OutputCapture.RemoveOld(_request.LogFolder);
            if (_request.WithoutNetwork)
                NetworkIsolation.Check(_seams.Disk, _seams.Commands, Path.Combine(_request.LogFolder, "output.txt"));
            var estimates = new ActionEstimates(order, _request.Graph.Actions.Length, _log, _context.Paths);
            BuildPlan plan = BuildPlan.Make(order, stale.Contains, estimates.Seconds);
            int allJobs = CompilerLauncherPreparation.Prepare(_context, Jobs, cancel);
            var run = new BuildRun(_context, plan, estimates, _seams.Memory, Jobs, allJobs);
            run.Run(cancel);
            _log.Flush();
            if (_request.Trace)
            {
                using FileStream trace = File.Create(Path.Combine(_request.LogFolder, "trace.json"));
                run.WriteTrace(trace);
            }

            if (run.Outcome == ExecutionOutcome.Succeeded)
                UndeclaredOutputs.Remove(_context);
            int notReached = plan.ActionCount - run.Settled;
            result = new ExecutionResult(
                run.Outcome, Summary(order, run.RanActions, notReached, checkTime), [.. run.Failures]);
        }

        _status.BuildFinished(result);
        return result;
    }

    /// <summary>Looks at every path that a decision can depend on, each once.</summary>
    private void Look(List<BuildAction> order, CancellationToken cancel)
    {
        foreach (Artifact artifact in _request.Graph.Artifacts)
        {
            if (artifact.Kind != ArtifactKind.File)
                _context.Files.Declare(_context.Paths[artifact], artifact.Kind);
        }

        var needed = new PathMarks(_log.Paths.Count);
        ReadOnlySpan<int> pathOf = _log.Versions.Paths;
        foreach (BuildAction action in order)
        {
            foreach (Artifact output in action.Outputs)
                needed.Mark(_context.Paths[output]);
            foreach (int path in _declared.Of(action))
                needed.Mark(path);
            if (!_log.TryGet(_context.Paths[action.PrimaryOutput], out LoggedAction logged))
                continue;
            foreach (int version in logged.Discovered)
            {
                if (version >= 0)
                    needed.Mark(pathOf[version]);
            }
        }

        _context.Files.Look(needed.Marked(), Environment.ProcessorCount, cancel);

        foreach (Artifact wanted in _request.Graph.Wanted)
        {
            if (wanted.IsSource && _context.Files.Current(_context.Paths[wanted]) == FileStates.Missing)
                throw ExecutionErrors.WantedMissing(wanted.ExecPath);
        }
    }

    private HashSet<BuildAction> FindStale(List<BuildAction> order)
    {
        var stale = new HashSet<BuildAction>(ReferenceEqualityComparer.Instance);
        foreach (BuildAction action in order)
        {
            if (_check.Check(action).IsStale)
                stale.Add(action);
        }

        return stale;
    }

    private ExecutionSummary Summary(
        List<BuildAction> order, IReadOnlyCollection<BuildAction> ran, int notReached, TimeSpan checkTime)
    {
        TimeSpan saved = LoggedTime(order) - LoggedTime(ran);
        int upToDate = order.Count - _status.Ran - _status.Failed - notReached;
        return new ExecutionSummary(
            _status.Ran, _status.Failed, upToDate, notReached, Stopwatch.GetElapsedTime(_start), _status.ActionTime, saved, checkTime)
        {
            Launches = _status.Launches,
        };
    }

    private TimeSpan LoggedTime(IEnumerable<BuildAction> actions)
    {
        var time = TimeSpan.Zero;
        foreach (BuildAction action in actions)
        {
            if (_log.TryGet(_context.Paths[action.PrimaryOutput], out LoggedAction logged))
                time += logged.Usage.Duration;
        }

        return time;
    }
}
