using TfNative.Benchmarks.Analysis;
using TfNative.Benchmarks.Execution;
using TfNative.Benchmarks.Logs;
using TfNative.Benchmarks.Sdk;
using TfNative.Benchmarks.Starlark;

namespace TfNative.Benchmarks;

/// <summary>Measures one thing per run; README.md has the stored results and how to get them again.</summary>
internal static class Program
{
    private static readonly Dictionary<string, Func<string[], int>> Benchmarks = new()
    {
        ["analysis"] = AnalysisBenchmark.Run,
        ["analysis-query"] = AnalysisBenchmark.RunQuery,
        ["analysis-scale"] = ScaleBenchmark.Run,
        ["execution-chunks"] = ChunkedBuildBenchmark.Run,
        ["execution-full"] = FullBuildBenchmark.Run,
        ["execution-headers"] = HeaderTime.Run,
        ["execution-kill"] = KilledBuilds.Run,
        ["execution-log"] = LoggedRuns.Run,
        ["execution-noop"] = NoOpBenchmark.Run,
        ["execution-noop-project"] = ProjectNoOpBenchmark.Run,
        ["execution-check"] = CheckOnce.Run,
        ["execution-tiny"] = TinyActionsBenchmark.Run,
        ["log-blocks"] = LogBlocks.Run,
        ["sdk"] = SdkBenchmark.Run,
        ["starlark-parse"] = ParseBenchmark.Run,
        ["starlark-cold"] = ColdBenchmark.Run,
        ["starlark-memory"] = MemoryBenchmark.Run,
        ["starlark-eval"] = EvaluationBenchmark.Run,
        ["starlark-eval-one"] = EvaluateOne.Run,
    };

    public static int Main(string[] args)
    {
        if (args.Length > 0 && Benchmarks.TryGetValue(args[0], out Func<string[], int>? run))
            return run(args[1..]);
        Console.Error.WriteLine($"usage: {string.Join('|', Benchmarks.Keys)} [FOLDER]");
        return 2;
    }
}
