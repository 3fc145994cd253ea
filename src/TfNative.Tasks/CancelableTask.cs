using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using TfNative.Execution;
using TfNative.Tasks.Messages;

namespace TfNative.Tasks;

/// <summary>A task whose work runs beside MSBuild's thread, can be cancelled, and whose messages are queued. The work
/// gets all its paths and variables from its parameters, so that several projects can be built in one process.</summary>
public abstract class CancelableTask : MultiThreadableTask, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();
    private TaskMessageQueue? _messages;

    /// <summary>MSBuild calls it on a thread of its own, before or during <see cref="Execute"/>.</summary>
    public void Cancel() => _cancellation.Cancel();

    public sealed override bool Execute()
    {
        var messages = new TaskMessageQueue(Log);
        _messages = messages;
        try
        {
            bool succeeded = false;
            messages.Run(() => succeeded = Work(_cancellation.Token));
            return succeeded && !Log.HasLoggedErrors;
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            // MSBuild itself says that the build was cancelled.
            return false;
        }
        catch (TaskParameterException e)
        {
            Log.LogError(null, e.Code, null, e.File, 0, 0, 0, 0, "{0}", e.Message);
            return false;
        }
        catch (ExecutionException e)
        {
            Log.LogError(null, e.Code, null, null, 0, 0, 0, 0, "{0}", e.Message);
            return false;
        }
    }

    public void Dispose()
    {
        _cancellation.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <returns>False when an error was logged.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    protected abstract bool Work(CancellationToken cancellationToken);

    /// <summary>Logs, from any thread.</summary>
    protected void Post(Action<TaskLoggingHelper> message) => _messages!.Post(message);

    protected void PostMessage(MessageImportance importance, string text) => Post(log => log.LogMessage(importance, "{0}", text));
}
