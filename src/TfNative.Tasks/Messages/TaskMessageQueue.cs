using Microsoft.Build.Utilities;

namespace TfNative.Tasks.Messages;

/// <summary>Lets worker threads log: their messages are queued and sent by the task's own thread, the only one that
/// may call MSBuild's logging without waiting for others.</summary>
/// <remarks>Not a BlockingCollection: that ends with an exception inside, which is most of the time of a task that finds
/// nothing to do.</remarks>
internal sealed class TaskMessageQueue(TaskLoggingHelper log)
{
    private readonly object _lock = new();
    private readonly Queue<Action<TaskLoggingHelper>> _queue = new();
    private bool _ended;

    /// <summary>From any thread, until <see cref="Run"/> ends.</summary>
    public void Post(Action<TaskLoggingHelper> message)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_ended, this);
            _queue.Enqueue(message);
            Monitor.Pulse(_lock);
        }
    }

    /// <summary>Runs <paramref name="work"/> on another thread and sends messages on this one until it ends; its exception is
    /// thrown here.</summary>
    public void Run(Action work)
    {
        var running = System.Threading.Tasks.Task.Run(() =>
        {
            try
            {
                work();
            }
            finally
            {
                End();
            }
        });
        while (Take() is { } message)
            message(log);
        running.GetAwaiter().GetResult();
    }

    private Action<TaskLoggingHelper>? Take()
    {
        lock (_lock)
        {
            while (_queue.Count == 0 && !_ended)
                Monitor.Wait(_lock);
            return _queue.TryDequeue(out Action<TaskLoggingHelper>? message) ? message : null;
        }
    }

    private void End()
    {
        lock (_lock)
        {
            _ended = true;
            Monitor.Pulse(_lock);
        }
    }
}
