using System.Diagnostics;
using TfNative.Bazel;
using TfNative.Bazel.Tests.Golden;

namespace TfNative.Benchmarks.Analysis;

/// <summary>
/// One cold translation of a target of TensorFlow, from nothing to its action graph, as the process itself is cold. Prints
/// the time on the clock and of the processors, the peak of memory and what was allocated.
/// </summary>
internal static class AnalysisBenchmark
{
    public static int Run(string[] args)
    {
        string target = args.Length > 0 ? args[0] : "//tensorflow:libtensorflow_cc.so.2.14.1";
        string? outputBase = Environment.GetEnvironmentVariable("TFNATIVE_OUTPUT_BASE");
        TranslationRequest request = GoldenRequests.OfTensorFlow([.. args.Skip(1)]) with { Targets = [target] };
        if (outputBase is not null)
            request = request with { OutputBase = outputBase };
        try
        {
            var time = Stopwatch.StartNew();
            TranslationResult result = BazelTranslator.Translate(request, new SilentListener(), CancellationToken.None);
            using Process self = Process.GetCurrentProcess();
            foreach (BazelDiagnostic diagnostic in result.Diagnostics)
                Console.Error.WriteLine(diagnostic.Message);
            Console.WriteLine(
                $"{target}: {time.ElapsedMilliseconds} ms, {self.TotalProcessorTime.TotalMilliseconds:0} ms of processors since the start; "
                + $"{result.Graph?.Actions.Length} actions of {result.Inputs.Packages.Count} packages; "
                + $"peak {self.PeakWorkingSet64 >> 20} MB, allocated {GC.GetTotalAllocatedBytes() >> 20} MB, "
                + $"garbage collections {GC.CollectionCount(0)}/{GC.CollectionCount(1)}/{GC.CollectionCount(2)} for {GC.GetTotalPauseDuration().TotalMilliseconds:0} ms");
            return result.Success ? 0 : 1;
        }
        finally
        {
            if (outputBase is null && Directory.Exists(request.OutputBase))
                Directory.Delete(request.OutputBase, recursive: true);
        }
    }
}
