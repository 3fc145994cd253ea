using System.Collections.Concurrent;
using Microsoft.Build.Utilities;

namespace TfNative.Tasks.Messages;

/// <summary>Lets worker threads log: their messages are queued and sent by the task's own thread, the only one that
/// may call MSBuild's logging without waiting for others.</summary>
internal sealed class TaskMessageQueue(TaskLoggingHelper log) : IDisposable
{
    private readonly BlockingCollection<Action<TaskLoggingHelper>> _queue = [];

    /// <summary>From any thread, until <see cref="Run{T}"/> ends.</summary>
    public void Post(Action<TaskLoggingHelper> message) => _queue.Add(message);

    /// <summary>Runs <paramref name="work"/> on another thread and sends messages on this one until it ends.</summary>
    /// <returns>What the work gave; its exception is thrown here.</returns>
    public T Run<T>(Func<T> work)
    {
        Task<T> running = System.Threading.Tasks.Task.Run(() =>
        {
            try
            {
                return work();
            }
            finally
            {
                _queue.CompleteAdding();
            }
        });
        foreach (Action<TaskLoggingHelper> message in _queue.GetConsumingEnumerable())
            message(log);
        return running.GetAwaiter().GetResult();
    }

    public void Dispose() => _queue.Dispose();
}
