namespace TfNative.Execution;

/// <summary>
/// Brings what a graph is wanted for up to date: finds the actions whose command, inputs or outputs are not as they were
/// logged, and runs these and no others, in parallel. The guarantees are those of doc comments at
/// <see cref="UpToDateCheck"/> (what is stale), <see cref="BuildLog"/> (what survives), <see cref="ActionRunner"/>
/// (what an action leaves behind) and <see cref="LinuxCommandRunner"/> (what becomes of processes).
/// </summary>
public static class Executor
{
    /// <param name="request">What to build.</param>
    /// <param name="status">Told what happens; never two things at a time.</param>
    /// <param name="cancel">Ends running programs and removes what they left half-made.</param>
    /// <returns>How it ended. Failed and cancelled actions are results, not exceptions.</returns>
    /// <exception cref="ExecutionException">The build as a whole cannot go on (TFN3006, TFN3012, TFN3020).</exception>
    public static ExecutionResult Execute(ExecutionRequest request, IExecutionStatus status, CancellationToken cancel = default)
    {
        if (!Path.IsPathFullyQualified(request.ExecutionRoot) || !Directory.Exists(request.ExecutionRoot))
            throw ExecutionErrors.NoExecutionRoot(request.ExecutionRoot);
        Directory.CreateDirectory(request.LogFolder);
        BuildLock? folderLock = null;
        try
        {
            folderLock = BuildLock.Acquire(request.LogFolder, status.Message, cancel);
            using var disk = new RealDisk(request.ExecutionRoot);
            using ICommandRunner commands = LinuxCommandRunner.IsSupported
                ? new LinuxCommandRunner(RunningSessions.Open(Path.Combine(request.LogFolder, "running"), request.ExecutionRoot, status.Message))
                : new PortableCommandRunner();
            using var storage = new FileLogStorage(FileLogStorage.PathIn(request.LogFolder), request.ReadAhead?.TakeLog());
            return Execute(request, status, new ExecutorSeams(disk, commands, storage, new MachineMemory()), cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            var result = new ExecutionResult(ExecutionOutcome.Cancelled, ExecutionSummary.Nothing, []);
            status.BuildFinished(result);
            return result;
        }
        finally
        {
            folderLock?.Dispose();
        }
    }

    /// <summary>The same on any file system, runner of programs, and log.</summary>
    internal static ExecutionResult Execute(
        ExecutionRequest request, IExecutionStatus status, ExecutorSeams seams, CancellationToken cancel)
    {
        long start = seams.Disk.Now;
        using BuildLog log = BuildLog.Open(seams.Log, status.Message);
        return new Build(request, seams, log, start, status).Run(cancel);
    }
}
