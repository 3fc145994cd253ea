using System.Runtime.ExceptionServices;

namespace TfNative.Execution;

/// <summary>
/// A loop over numbers on several threads. Parallel.For does the same, but is compiled at run time anew in every process,
/// which takes longer than looking at all files of a small build.
/// </summary>
internal static class InParallel
{
    private const int Chunk = 64;

    /// <param name="count">The body gets 0 to count - 1, each once.</param>
    /// <param name="degree">Threads, this one included.</param>
    /// <param name="body">Called from all of them; the first exception ends the loop and is thrown.</param>
    /// <param name="cancel">Ends it with an OperationCanceledException.</param>
    public static void Run(int count, int degree, Action<int> body, CancellationToken cancel)
    {
        int next = 0;
        ExceptionDispatchInfo? first = null;

        void Work()
        {
            try
            {
                for (int start; (start = Interlocked.Add(ref next, Chunk) - Chunk) < count && first is null;)
                {
                    cancel.ThrowIfCancellationRequested();
                    for (int i = start; i < Math.Min(start + Chunk, count); i++)
                        body(i);
                }
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref first, ExceptionDispatchInfo.Capture(e), null);
            }
        }

        var others = new Task[Math.Clamp((count - 1) / Chunk, 0, Math.Max(0, degree - 1))];
        for (int i = 0; i < others.Length; i++)
            others[i] = Task.Run(Work, CancellationToken.None);
        Work();
        Task.WaitAll(others, CancellationToken.None);
        first?.Throw();
    }
}
