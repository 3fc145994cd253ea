using System.Collections.Concurrent;

namespace TfNative.Bazel;

/// <summary>
/// Which file waits for which while files and repositories are loaded by several threads: a circle of waits is a circle of
/// loads, and would last forever.
/// </summary>
internal sealed class WaitGraph
{
    private readonly ConcurrentDictionary<Label, Label> waiting = new();

    /// <summary>Stands for a repository that a rule makes.</summary>
    public static Label MakerOf(RepositoryName repository) => new(new PackageId(repository, ""), "WORKSPACE");

    /// <summary>Tells that <paramref name="from"/> waits for <paramref name="to"/> until the result is disposed.</summary>
    /// <exception cref="BazelException"><see cref="BazelErrorCode.LoadCycle"/>, with the path.</exception>
    public Wait Enter(Label from, Label to)
    {
        waiting[from] = to;
        try
        {
            Check(from, to);
        }
        catch
        {
            waiting.TryRemove(from, out _);
            throw;
        }

        return new(this, from);
    }

    private void Check(Label from, Label to)
    {
        var path = new List<Label> { from };
        for (Label? at = to; at is not null; waiting.TryGetValue(at, out at))
        {
            bool closed = at.Equals(from);
            // A circle that this wait is not on is told to those who are.
            if (!closed && path.Contains(at))
                return;
            path.Add(at);
            if (closed)
                throw new BazelException(BazelErrorCode.LoadCycle, "cycle in load statements:\n  " + string.Join("\n  -> ", path), label: from);
        }
    }

    /// <summary>A wait; disposing ends it.</summary>
    public readonly record struct Wait(WaitGraph Graph, Label From) : IDisposable
    {
        public void Dispose() => Graph.waiting.TryRemove(From, out _);
    }
}
