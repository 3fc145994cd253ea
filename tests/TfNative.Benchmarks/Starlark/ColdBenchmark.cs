using System.Diagnostics;
using TfNative.Starlark;

namespace TfNative.Benchmarks.Starlark;

/// <summary>
/// The whole corpus once, in a new process, on two threads. The time counts from the start of the process, so the
/// start of .NET is in it.
/// </summary>
internal static class ColdBenchmark
{
    public static int Run(string[] args)
    {
        List<string> paths = Corpus.Find(args);
        int next = -1, errors = 0;
        void Work()
        {
            int index;
            while ((index = Interlocked.Increment(ref next)) < paths.Count)
            {
                StarlarkFile file = StarlarkFile.Parse(paths[index], File.ReadAllBytes(paths[index]), Corpus.DialectOf(paths[index]));
                Interlocked.Add(ref errors, file.Diagnostics.Count);
            }
        }
        var second = new Thread(Work);
        second.Start();
        Work();
        second.Join();
        TimeSpan elapsed = DateTime.Now - Process.GetCurrentProcess().StartTime;
        Console.WriteLine($"{paths.Count} files, {errors} errors, {elapsed.TotalMilliseconds:F0} ms since the process started");
        return errors == 0 ? 0 : 1;
    }
}
