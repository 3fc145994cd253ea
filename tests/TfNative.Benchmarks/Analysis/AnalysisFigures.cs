using System.Diagnostics;

namespace TfNative.Benchmarks.Analysis;

/// <summary>What one cold run in this process took.</summary>
internal static class AnalysisFigures
{
    public static string Since(Stopwatch time)
    {
        using Process self = Process.GetCurrentProcess();
        return $"{time.ElapsedMilliseconds} ms; peak {self.PeakWorkingSet64 >> 20} MB, allocated {GC.GetTotalAllocatedBytes() >> 20} MB, garbage collections {GC.CollectionCount(0)}/{GC.CollectionCount(1)}/{GC.CollectionCount(2)} for {GC.GetTotalPauseDuration().TotalMilliseconds:0} ms";
    }
}
