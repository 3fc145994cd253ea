using System.Diagnostics;
using System.Text.Json;

namespace TfNative.Benchmarks.Execution;

/// <summary>
/// A whole native project built from nothing by dotnet build, and then by ninja from the file that ExportNinja writes, with
/// as many jobs. Arguments: the project's folder, and its output base, whose bazel-out is removed.
/// </summary>
internal static class FullBuildBenchmark
{
    public static int Run(string[] args)
    {
        (string project, string outputBase) = (args[0], args[1]);
        string root = Path.Combine(outputBase, "execroot"), output = Path.Combine(root, "bazel-out"), log = Path.Combine(outputBase, "log");
        DotNet(project, "-t:ExportNinja");
        foreach (string folder in (string[])[output, log])
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(output);
        TimeSpan start = CpuTime.All;
        (TimeSpan wall, long peak) = DotNet(project);
        TimeSpan cpu = CpuTime.All - start;
        (double share, int actions) = CompilersShare(Path.Combine(log, "trace.json"));
        Console.WriteLine($"dotnet build:  {wall.TotalSeconds,7:N1} s, {cpu.TotalSeconds:N1} s of CPU, {actions} actions; peak of the MSBuild process {peak >> 20} MiB");
        Console.WriteLine($"               its programs used {share:P1} of the machine until the last link began");

        Directory.Delete(output, recursive: true);
        Directory.CreateDirectory(output);
        start = CpuTime.All;
        double ninja = Measured.Ninja(root, Path.Combine(outputBase, "ninja"), "-j", $"{Environment.ProcessorCount}") / 1000;
        cpu = CpuTime.All - start;
        Console.WriteLine($"ninja:         {ninja,7:N1} s, {cpu.TotalSeconds:N1} s of CPU");
        Console.WriteLine($"               dotnet build takes {wall.TotalSeconds / ninja:N3} of ninja's time");
        // What stands there is ninja's: the next build is to make its own.
        Directory.Delete(output, recursive: true);
        return 0;
    }

    private static (TimeSpan Wall, long Peak) DotNet(string project, params string[] options)
    {
        var info = new ProcessStartInfo("dotnet", ["build", "-c", "Release", "--no-restore", "-v", "minimal", .. options])
        {
            WorkingDirectory = project,
            Environment = { ["MSBUILDDISABLENODEREUSE"] = "1", ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0" },
        };
        var time = Stopwatch.StartNew();
        using Process process = Process.Start(info)!;
        long peak = 0;
        while (!process.WaitForExit(250))
        {
            process.Refresh();
            peak = Math.Max(peak, process.PeakWorkingSet64);
        }

        return process.ExitCode == 0 ? (time.Elapsed, peak) : throw new InvalidOperationException("dotnet build failed");
    }

    /// <summary>CPU time of all that ran before the last action began, of what the cores could have given.</summary>
    private static (double Share, int Actions) CompilersShare(string trace)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(trace));
        var events = document.RootElement.GetProperty("traceEvents").EnumerateArray()
            .Where(e => e.GetProperty("ph").GetString() == "X" && e.GetProperty("tid").GetInt32() < 1000)
            .Select(e => (
                Start: e.GetProperty("ts").GetInt64() / 1e6,
                Duration: e.GetProperty("dur").GetInt64() / 1e6,
                Cpu: e.GetProperty("args").GetProperty("cpu_ms").GetInt64() / 1e3))
            .ToList();
        double end = events.Max(e => e.Start);
        double used = events.Sum(e => e.Start + e.Duration <= end ? e.Cpu : e.Start < end ? e.Cpu * (end - e.Start) / e.Duration : 0);
        return (used / (end * Environment.ProcessorCount), events.Count);
    }
}
