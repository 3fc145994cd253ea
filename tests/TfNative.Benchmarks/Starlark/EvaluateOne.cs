using System.Diagnostics;
using System.Globalization;
using TfNative.Starlark;

namespace TfNative.Benchmarks.Starlark;

/// <summary>This side of <see cref="EvaluationBenchmark"/>, for one program: prints its times in seconds.</summary>
internal static class EvaluateOne
{
    public static int Run(string[] args)
    {
        var environment = new StarlarkEnvironment([new("struct", new Builtin("struct", "**kwargs", (in CallContext c) => new Fields(c.TakeKeywordArgs())))]);
        StarlarkFile file = StarlarkFile.Parse(args[0], File.ReadAllText(args[0]), Dialect.Bzl);
        var thread = new StarlarkThread();
        Module module = StarlarkProgram.Resolve(file, environment).Execute(thread, environment);
        module.TryGetGlobal("run", out Value run);
        module.TryGetGlobal("expected", out Value expected);
        long begin = Stopwatch.GetTimestamp();
        Value got = thread.Call(run, []);
        double first = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        if (!got.Equals(expected))
            throw new InvalidOperationException($"{args[0]}: got {got}, expected {expected}");
        begin = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begin).TotalSeconds < Timing.WarmSeconds)
            thread.Call(run, []);
        double best = double.MaxValue, total;
        int calls = 0;
        begin = Stopwatch.GetTimestamp();
        do
        {
            long start = Stopwatch.GetTimestamp();
            thread.Call(run, []);
            long end = Stopwatch.GetTimestamp();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start, end).TotalSeconds);
            total = Stopwatch.GetElapsedTime(begin, end).TotalSeconds;
            calls++;
        }
        while (total < Timing.Seconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{first:R} {best:R} {total / calls:R}"));
        return 0;
    }
}
