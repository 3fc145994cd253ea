using System.Diagnostics;
using System.Globalization;

namespace TfNative.Benchmarks.Starlark;

/// <summary>
/// The same programs in CPython and here, in one run, each in a new process on both sides. Every file of Starlark/programs
/// defines <c>run()</c>; compiling the program is in neither time. Both sides warm up, then call it for a second and report the
/// fastest call and the mean of all, as well as the very first call.
/// </summary>
internal static class EvaluationBenchmark
{
    public static int Run(string[] args)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "Starlark", "programs");
        string[] programs = Directory.GetFiles(folder, "*.star");
        Array.Sort(programs, StringComparer.Ordinal);
        if (args.Length > 0)
            programs = Array.FindAll(programs, p => p.Contains(args[0], StringComparison.Ordinal));
        Console.WriteLine(Start("python3", "-c", "import sys; print('CPython', sys.version.split()[0], sys.executable)").Trim());
        Console.WriteLine("program                 python us    here us   ratio | mean: python       here   ratio | first: python       here");
        double logSum = 0, meanLogSum = 0, worst = 0;
        foreach (string program in programs)
        {
            Timing python = Timing.Parse(Start("python3", "-c", Script, program));
            Timing here = Timing.Parse(Start(Environment.ProcessPath!, [.. Host, "starlark-eval-one", program]));
            double ratio = here.Best / python.Best;
            logSum += Math.Log(ratio);
            meanLogSum += Math.Log(here.Mean / python.Mean);
            worst = Math.Max(worst, ratio);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Path.GetFileNameWithoutExtension(program),-22}{python.Best,11:F1}{here.Best,11:F1}{ratio,8:F2} |{python.Mean,13:F1}{here.Mean,11:F1}{here.Mean / python.Mean,8:F2} |{python.First,14:F1}{here.First,11:F1}"));
        }
        double geometricMean = Math.Exp(logSum / programs.Length);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"geometric mean {geometricMean:F3}, worst {worst:F2}; of the means {Math.Exp(meanLogSum / programs.Length):F3}"));
        return geometricMean <= 0.5 && worst <= 1.0 ? 0 : 1;
    }

    // Under dotnet the process is the muxer, which wants to be told the program.
    private static string[] Host =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(EvaluationBenchmark).Assembly.Location] : [];

    private static string Script { get; } = string.Create(CultureInfo.InvariantCulture, $$"""
        import sys, time, types
        def struct(**kwargs): return types.SimpleNamespace(**kwargs)
        env = {"struct": struct}
        exec(compile(open(sys.argv[1]).read(), "program", "exec"), env)
        run, clock = env["run"], time.perf_counter
        begin = clock()
        result = run()
        first = clock() - begin
        assert result == env["expected"]
        begin = clock()
        while clock() - begin < {{Timing.WarmSeconds}}: run()
        best, calls, begin = 1e9, 0, clock()
        while True:
            start = clock()
            run()
            end = clock()
            best, calls = min(best, end - start), calls + 1
            if end - begin > {{Timing.Seconds}}: break
        print(first, best, (end - begin) / calls)
        """);

    private static string Start(string program, params string[] args)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', args)} failed");
    }
}
