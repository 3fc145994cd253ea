using System.Diagnostics;
using TfNative.Starlark;

namespace TfNative.Benchmarks.Starlark;

/// <summary>Speed and allocation of scanning and parsing on one thread, warm.</summary>
internal static class ParseBenchmark
{
    private const int Rounds = 15;

    public static int Run(string[] args)
    {
        List<string> paths = Corpus.Find(args);
        var files = paths.ConvertAll(p => (Path: p, Bytes: File.ReadAllBytes(p), Dialect: Corpus.DialectOf(p)));
        long bytes = files.Sum(f => (long)f.Bytes.Length);
        var times = new List<double>();
        int errors = 0;
        long allocated = 0;
        for (int round = 0; round < Rounds; round++)
        {
            errors = 0;
            long before = GC.GetAllocatedBytesForCurrentThread();
            long start = Stopwatch.GetTimestamp();
            foreach ((string path, byte[] content, Dialect dialect) in files)
            {
                StarlarkFile file = StarlarkFile.Parse(path, content, dialect);
                errors += file.Diagnostics.Count;
                if (round == 0 && file.Diagnostics.Count > 0)
                    Console.WriteLine(file.Diagnostics[0].Render());
            }
            times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }
        times.Sort();
        double median = times[times.Count / 2];
        Console.WriteLine($"{files.Count} files, {bytes / 1e6:F2} MB, {errors} errors");
        Console.WriteLine($"median {median * 1e3:F1} ms, {bytes / 1e6 / median:F1} MB/s, best {bytes / 1e6 / times[0]:F1} MB/s");
        Console.WriteLine($"{allocated / (double)bytes:F2} bytes allocated per input byte");
        return errors == 0 ? 0 : 1;
    }
}
