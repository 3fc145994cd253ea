using System.Diagnostics;

namespace TfNative.Execution;

/// <summary>
/// Writes the records of actions that have run, with the versions of the inputs that they really saw. A source that was edited
/// while the action ran may have been read before or after: then nothing is known, and the action is recorded as one that
/// is stale. To know it every input is looked at once more; of short actions with many inputs several wait for each other, so
/// that what all of them read is looked at once for all. Thread-safe.
/// </summary>
internal sealed class FinishedRuns(ActionContext context)
{
    /// <summary>Per input: fifty times what a look takes. Of an action that took longer nothing is to be lost, however
    /// this process ends.</summary>
    private static readonly TimeSpan Short = TimeSpan.FromMicroseconds(50);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(500);

    private readonly Lock _adding = new();
    private readonly Lock _writing = new();
    private List<FinishedRun> _waiting = [];
    private long _since;
    private int _round;

    /// <exception cref="ExecutionException">TFN3020: the log cannot be written.</exception>
    public void Add(FinishedRun run)
    {
        lock (_adding)
        {
            if (_waiting.Count == 0)
                _since = Stopwatch.GetTimestamp();
            _waiting.Add(run);
            if (run.Usage.Duration < Short * run.Inputs.Count && Stopwatch.GetElapsedTime(_since) < LongestWait)
                return;
        }

        Write();
    }

    /// <summary>Writes what still waits.</summary>
    /// <exception cref="ExecutionException">TFN3020: the log cannot be written.</exception>
    public void Write()
    {
        lock (_writing)
        {
            List<FinishedRun> runs;
            lock (_adding)
                (runs, _waiting) = (_waiting, []);
            // All of them have ended: what is looked at from here on shows what changed before their ends.
            _round++;
            foreach (FinishedRun run in runs)
                Write(run);
        }
    }

    private void Write(FinishedRun run)
    {
        BuildAction action = run.Action;
        (IReadOnlyList<string> arguments, IReadOnlyList<string> environment) = ActionDigest.Words(action);
        int[] declared = Array.ConvertAll(run.Inputs.Declared, path => VersionOf(path, IsSameDeclared(path, run.Inputs)));
        int[] discovered = Array.ConvertAll(run.Inputs.Discovered, path => VersionOf(path, IsSameDiscovered(path, run.Inputs)));
        context.Log.Add(new LoggedRun(action.Digest, run.Usage, run.Outputs, declared, discovered, arguments, environment));
    }

    private int VersionOf(int path, bool isKnown)
    {
        int version = isKnown ? context.Files.Current(path) : FileStates.Missing;
        // Missing: a temporary file, or one that was just removed.
        return version == FileStates.Missing ? VersionTable.Unknown : version;
    }

    /// <summary>Outputs of actions are only changed by their actions, and those that are waited for have ended. What a link leads to
    /// may be a source.</summary>
    private bool IsSameDeclared(int path, ReadInputs read) =>
        (context.Paths.IsMade(path) && context.Paths.ArtifactAt(path)?.Generator is not SymlinkAction) || IsSame(path, read);

    /// <summary>An output may be read without being waited for.</summary>
    private bool IsSameDiscovered(int path, ReadInputs read) => context.Paths.TreeOf(path) is >= 0 and var tree
        ? context.Files.IsLookedAtBefore(tree, read.Looks)
        : IsSame(path, read);

    private bool IsSame(int path, ReadInputs read)
    {
        try
        {
            return context.Files.IsSameSince(path, read.Looks, read.Start, _round);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ExecutionException { Code: ExecutionErrors.UnreadableCode })
        {
            // The next build says so, if it still is.
            return false;
        }
    }
}
