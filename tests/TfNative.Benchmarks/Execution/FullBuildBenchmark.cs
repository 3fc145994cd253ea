using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TfNative.Benchmarks.Execution;

/// <summary>
/// A whole native project built from nothing by ninja, from the file that ExportNinja writes, and then by dotnet build with
/// as many jobs; and the same again with nothing to do. Arguments: the project's folder, and its output base, whose bazel-out
/// and log are removed; a third, --ninja-built, takes what stands there for ninja's.
/// </summary>
internal static partial class FullBuildBenchmark
{
    private const int Rounds = 7;

    public static int Run(string[] args)
    {
        (string project, string outputBase) = (args[0], args[1]);
        string root = Path.Combine(outputBase, "execroot"), output = Path.Combine(root, "bazel-out"), log = Path.Combine(outputBase, "log");
        string ninjaFolder = Path.Combine(outputBase, "ninja");
        DotNet(project, "-t:ExportNinja");

        if (!args.Contains("--ninja-built"))
        {
            Empty(output);
            File.Delete(Path.Combine(ninjaFolder, ".ninja_log"));
            File.Delete(Path.Combine(ninjaFolder, ".ninja_deps"));
        }

        TimeSpan start = CpuTime.All;
        double ninja = Measured.Ninja(root, ninjaFolder, "-j", $"{Environment.ProcessorCount}") / 1000;
        TimeSpan cpu = CpuTime.All - start;
        double ninjaNoOp = Measured.Best(Rounds, () => Measured.Ninja(root, ninjaFolder));
        Console.WriteLine($"ninja:         {ninja,7:N1} s, {cpu.TotalSeconds:N1} s of CPU; with nothing to do {ninjaNoOp:N1} ms");

        Empty(output);
        Empty(log);
        start = CpuTime.All;
        (TimeSpan wall, long peak, _) = DotNet(project);
        cpu = CpuTime.All - start;
        (double share, int actions) = CompilersShare(Path.Combine(log, "trace.json"));
        Console.WriteLine($"dotnet build:  {wall.TotalSeconds,7:N1} s, {cpu.TotalSeconds:N1} s of CPU, {actions} actions; peak of the MSBuild process {peak >> 20} MiB");
        Console.WriteLine($"               {wall.TotalSeconds / ninja:N3} of ninja's time; its programs used {share:P1} of the machine until the last link began");
        NoOp(project, ninjaNoOp);
        return 0;
    }

    private static void NoOp(string project, double ninja)
    {
        DotNet(project); // reads once what is as young as the last build
        double[] walls = new double[Rounds], checks = new double[Rounds], empties = new double[Rounds];
        DirectoryInfo empty = Directory.CreateTempSubdirectory("tfnative-empty-");
        try
        {
            File.WriteAllText(
                Path.Combine(empty.FullName, "Empty.csproj"),
                "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>");
            Process.Start(new ProcessStartInfo("dotnet", ["build", "-c", "Release", "-v", "quiet"]) { WorkingDirectory = empty.FullName })!.WaitForExit();
            for (int i = 0; i < Rounds; i++)
            {
                empties[i] = DotNet(empty.FullName).Wall.TotalMilliseconds;
                (TimeSpan wall, _, string text) = DotNet(project, "-clp:PerformanceSummary");
                walls[i] = wall.TotalMilliseconds;
                checks[i] = TaskTime().Matches(text).Sum(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
            }
        }
        finally
        {
            empty.Delete(recursive: true);
        }

        Console.WriteLine($"nothing to do: {Median(walls):N0} ms; an empty project {Median(empties):N0} ms, {Median(walls) - Median(empties):N0} ms less (medians of {Rounds})");
        Console.WriteLine($"               both tasks from start to end {checks.Min():N0} ms in a new process, {checks.Min() / ninja:N2} of ninja (best of {Rounds})");
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    private static void Empty(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
    }

    private static (TimeSpan Wall, long Peak, string Output) DotNet(string project, params string[] options)
    {
        var info = new ProcessStartInfo("dotnet", ["build", "-c", "Release", "--no-restore", "-v", "minimal", .. options])
        {
            WorkingDirectory = project,
            Environment = { ["MSBUILDDISABLENODEREUSE"] = "1", ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0" },
            RedirectStandardOutput = true,
        };
        long peak = 0;
        var time = Stopwatch.StartNew();
        using Process process = Process.Start(info)!;
        using var sampling = new Timer(_ => Sample());
        sampling.Change(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? (time.Elapsed, peak, output) : throw new InvalidOperationException("dotnet build failed:\n" + output);

        void Sample()
        {
            try
            {
                using var look = Process.GetProcessById(process.Id);
                peak = Math.Max(peak, look.PeakWorkingSet64);
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException)
            {
                // It has just ended.
            }
        }
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

    [GeneratedRegex(@"(\d+) ms +(?:TranslateBazelTargets|BuildNativeActions) +1 calls?")]
    private static partial Regex TaskTime();
}
