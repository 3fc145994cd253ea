using System.Diagnostics;
using System.Globalization;
using TfNative.Starlark;

namespace TfNative.Benchmarks.Starlark;

/// <summary>
/// The same programs in CPython and here, in one run. Each file of Starlark/programs defines <c>run(n)</c>; both
/// sides call it for a second and report the fastest call: on a busy machine the others were interrupted.
/// </summary>
internal static class EvaluationBenchmark
{
    private const double Seconds = 1.0;
    private const double WarmSeconds = 2.0;

    public static int Run(string[] args)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "Starlark", "programs");
        double logSum = 0, worst = 0;
        string[] programs = Directory.GetFiles(folder, "*.star");
        Array.Sort(programs, StringComparer.Ordinal);
        if (args.Length > 0)
            programs = Array.FindAll(programs, p => p.Contains(args[0], StringComparison.Ordinal));
        Console.WriteLine("program                     python us       here us     ratio");
        foreach (string program in programs)
        {
            double python = Python(program);
            double here = Here(program);
            double ratio = here / python;
            logSum += Math.Log(ratio);
            worst = Math.Max(worst, ratio);
            Console.WriteLine($"{Path.GetFileNameWithoutExtension(program),-24}{python * 1e6,13:F1}{here * 1e6,14:F1}{ratio,10:F2}");
        }
        double mean = Math.Exp(logSum / programs.Length);
        Console.WriteLine($"geometric mean {mean:F2}, worst {worst:F2}");
        return mean <= 0.5 && worst <= 1.0 ? 0 : 1;
    }

    private static double Here(string path)
    {
        var environment = new StarlarkEnvironment([new("struct", new Builtin("struct", "**kwargs", (in CallContext c) => new Fields(c.TakeKeywordArgs())))]);
        StarlarkFile file = StarlarkFile.Parse(path, File.ReadAllText(path), Dialect.Bzl);
        var thread = new StarlarkThread();
        Module module = StarlarkProgram.Resolve(file, environment).Execute(thread, environment);
        module.TryGetGlobal("run", out Value run);
        module.TryGetGlobal("expected", out Value expected);
        Value got = thread.Call(run, []);
        if (!got.Equals(expected))
            throw new InvalidOperationException($"{path}: got {got}, expected {expected}");
        // Long enough for the optimising JIT to have replaced the code of the first calls: by the clock, because it waits
        // for a quiet moment, and by processor time, of which a busy machine grants little.
        long warm = Stopwatch.GetTimestamp();
        TimeSpan used = Environment.CpuUsage.TotalTime;
        while (Stopwatch.GetElapsedTime(warm).TotalSeconds < WarmSeconds
            || (Environment.CpuUsage.TotalTime - used).TotalSeconds < WarmSeconds)
        {
            for (int i = 0; i < 100; i++)
                thread.Call(run, []);
        }
        double best = double.MaxValue;
        long begin = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begin).TotalSeconds < Seconds)
        {
            long start = Stopwatch.GetTimestamp();
            thread.Call(run, []);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        return best;
    }

    private static double Python(string path)
    {
        string script = string.Create(CultureInfo.InvariantCulture, $$"""
            import time, types
            def struct(**kwargs): return types.SimpleNamespace(**kwargs)
            env = {"struct": struct}
            exec(compile(open({{Quote(path)}}).read(), "program", "exec"), env)
            run = env["run"]
            assert run() == env["expected"]
            best = 1e9
            begin = time.perf_counter()
            while time.perf_counter() - begin < {{Seconds}}:
                start = time.perf_counter()
                run()
                best = min(best, time.perf_counter() - start)
            print(best)
            """);
        var info = new ProcessStartInfo("python3", ["-c", script]) { RedirectStandardOutput = true };
        using Process process = Process.Start(info)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(output, CultureInfo.InvariantCulture);
    }

    private static string Quote(string path) => "'" + path.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal) + "'";
}
