using System.Collections.Concurrent;

namespace TfNative.Bazel;

/// <summary>
/// Loads packages on threads of its own. A load may wait for a repository that another thread is making; on the thread
/// pool those waits would take the threads that everything else in the process needs.
/// </summary>
/// <param name="load">Must not throw.</param>
internal sealed class PackagePrefetcher(Action<PackageId> load)
{
    private const int StackSize = 16 * 1024 * 1024;

    private readonly ConcurrentQueue<PackageId> queue = new();
    private readonly int most = Math.Max(2, Environment.ProcessorCount);
    private int running;

    /// <summary>Has a package loaded soon, by a thread that ends when there is nothing more to load.</summary>
    public void Add(PackageId id)
    {
        queue.Enqueue(id);
        if (Volatile.Read(ref running) >= most)
            return;
        if (Interlocked.Increment(ref running) > most)
            Interlocked.Decrement(ref running);
        else
            Start(Work);
    }

    /// <summary>Loads packages, by several threads, and waits for the last.</summary>
    public void LoadAll(IReadOnlyList<PackageId> ids, CancellationToken cancellation)
    {
        int next = -1;
        Thread[] others = [.. Enumerable.Range(0, Math.Min(most, ids.Count) - 1).Select(_ => Start(LoadSome))];
        LoadSome();
        foreach (Thread other in others)
            other.Join();
        cancellation.ThrowIfCancellationRequested();

        void LoadSome()
        {
            for (int i; (i = Interlocked.Increment(ref next)) < ids.Count && !cancellation.IsCancellationRequested;)
                load(ids[i]);
        }
    }

    private void Work()
    {
        while (queue.TryDequeue(out PackageId? id))
            load(id);
        // What is added between these two lines is loaded by whoever needs it, or by the next thread.
        Interlocked.Decrement(ref running);
    }

    private static Thread Start(ThreadStart work)
    {
        var thread = new Thread(work, StackSize) { IsBackground = true, Name = "TfNative loading" };
        thread.Start();
        return thread;
    }
}
