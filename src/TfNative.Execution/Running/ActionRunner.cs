using System.Diagnostics;

namespace TfNative.Execution;

/// <summary>
/// Runs one action from clearing its outputs to what it is recorded with in the log. The record is written last, so that
/// whatever ends this process in between leaves an action that is stale. One object per job.
/// </summary>
internal sealed class ActionRunner(ActionContext context, DeclaredInputs declared, FinishedRuns finished, int slot)
{
    private readonly SpawnRunner _spawn = new(context, slot);
    private readonly InputRecorder _inputs = new(context);

    /// <summary>What became of it.</summary>
    public ActionResult Run(BuildAction action, CancellationToken cancel)
    {
        long start = Stopwatch.GetTimestamp();
        ActionResult result;
        try
        {
            result = RunUnguarded(action, cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            result = new ActionResult(ActionFailures.Io(action, e));
        }
        catch (ExecutionException e) when (e.Code != ExecutionErrors.LogNotWrittenCode)
        {
            result = new ActionResult(ActionFailures.Of(action, e));
        }

        if (result.Failure is not null || result.Cancelled)
            TryRemoveOutputs(action);
        return result with { Usage = result.Usage with { Duration = Stopwatch.GetElapsedTime(start) } };
    }

    private ActionResult RunUnguarded(BuildAction action, CancellationToken cancel)
    {
        List<int> inputs = declared.Of(action);
        if (_inputs.FirstMissing(action, inputs) is { } missing)
            return new ActionResult(missing);
        ReadInputs before = _inputs.Begin(inputs);
        RemoveOutputs(action);
        foreach (Artifact output in action.Outputs)
        {
            context.Folders.MakeParent(output.ExecPath);
            // Programs find the folder that they are to fill (Bazel's ActionOutputDirectoryHelper.java).
            if (output.Kind == ArtifactKind.Directory && action is SpawnAction)
                context.Disk.CreateDirectory(output.ExecPath);
        }

        ActionResult result = action is SpawnAction spawn ? _spawn.Run(spawn, cancel) : InProcessActions.Run(action, context.Disk, context.Expansion);
        if (result.Failure is not null || result.Cancelled)
            return result;
        int[] outputs = new int[action.Outputs.Length];
        for (int i = 0; i < outputs.Length; i++)
        {
            Artifact output = action.Outputs[i];
            if (output.Kind == ArtifactKind.Directory)
                context.Files.ForgetBelow(output.ExecPath);
            outputs[i] = context.Files.Refresh(context.Paths[output]);
            if (!IsMade(output, outputs[i]))
                return result with { Failure = ActionFailures.OutputNotMade(action, output, result) };
        }

        finished.Add(new FinishedRun(action, UsageToLearn(action, result), outputs, _inputs.End(before, result.Discovered)));
        return result;
    }

    /// <summary>What comes from a cache takes no time, which says nothing about the next time: it may not be there then.</summary>
    private ActionUsage UsageToLearn(BuildAction action, ActionResult result) =>
        result.Launch == LaunchResult.CacheHit && context.Log.TryGet(context.Paths[action.PrimaryOutput], out LoggedAction logged)
            ? logged.Usage : result.Usage;

    private bool IsMade(Artifact output, int version)
    {
        FileType type = version == FileStates.Missing ? FileType.Missing : context.Log.Versions.ContentOf(version).Type;
        return output.Kind switch
        {
            ArtifactKind.File => type is not FileType.Missing,
            ArtifactKind.Directory => type is FileType.Directory,
            _ => type is FileType.Symlink,
        };
    }

    /// <summary>Tools as ar add to what is there: nothing may be.</summary>
    private void RemoveOutputs(BuildAction action)
    {
        foreach (Artifact output in action.Outputs)
            context.Disk.Delete(output.ExecPath);
        if (action is not SpawnAction spawn)
            return;
        if (spawn.Depfile is { } depfile)
            context.Disk.Delete(depfile);
    }

    private void TryRemoveOutputs(BuildAction action)
    {
        try
        {
            RemoveOutputs(action);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The failure that led here says more; the action is stale whatever stands there.
        }

        foreach (Artifact output in action.Outputs)
            context.Files.Refresh(context.Paths[output]);
    }
}
