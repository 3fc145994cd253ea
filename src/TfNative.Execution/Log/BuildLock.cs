using System.Globalization;

namespace TfNative.Execution;

/// <summary>
/// One build at a time in a folder: a lock that the system lets go of when its process ends, however it ends. A file
/// beside it says whose it is, as nobody else can read a file that .NET has locked.
/// </summary>
internal sealed class BuildLock : IDisposable
{
    private readonly FileStream _file;

    private BuildLock(FileStream file) => _file = file;

    /// <summary>Waits until the lock is free.</summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public static BuildLock Acquire(string folder, Action<ExecutionMessage> message, CancellationToken cancel)
    {
        string path = Path.Combine(folder, "lock");
        bool said = false;
        for (int wait = 10; ; wait = Math.Min(wait * 2, 200))
        {
            if (TryOpen(path) is { } file)
            {
                File.WriteAllText(path + ".owner", $"process {Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}");
                return new BuildLock(file);
            }

            if (!said)
                message(ExecutionMessages.Waiting(Owner(path)));
            said = true;
            cancel.WaitHandle.WaitOne(wait);
            cancel.ThrowIfCancellationRequested();
        }
    }

    public void Dispose() => _file.Dispose();

    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException) && File.Exists(path))
        {
            return null;
        }
    }

    private static string Owner(string path)
    {
        try
        {
            return File.ReadAllText(path + ".owner");
        }
        catch (IOException)
        {
            return "one that just begins"; // it writes its name when it has the lock
        }
    }
}
