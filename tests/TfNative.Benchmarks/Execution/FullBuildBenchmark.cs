using System.Text.Json;

namespace TfNative.Benchmarks.Execution;

/// <summary>
/// A whole native project built from nothing by ninja, from the file that ExportNinja writes, and then by dotnet build with
/// as many jobs. Arguments: the project's folder, and its output base, whose bazel-out and log are removed.
/// </summary>
internal static class FullBuildBenchmark
{
    public static int Run(string[] args)
    {
        (string project, string outputBase) = (args[0], args[1]);
        string root = Path.Combine(outputBase, "execroot"), output = Path.Combine(root, "bazel-out"), log = Path.Combine(outputBase, "log");
        string ninjaFolder = Path.Combine(outputBase, "ninja");
        DotNetBuild.Run(project, "-t:ExportNinja");

        Empty(output);
        File.Delete(Path.Combine(ninjaFolder, ".ninja_log"));
        File.Delete(Path.Combine(ninjaFolder, ".ninja_deps"));

        TimeSpan start = CpuTime.All;
        double ninja = Measured.Ninja(root, ninjaFolder, "-j", $"{Environment.ProcessorCount}") / 1000;
        TimeSpan cpu = CpuTime.All - start;
        Console.WriteLine($"ninja:         {ninja,7:N1} s, {cpu.TotalSeconds:N1} s of CPU");

        Empty(output);
        Empty(log);
        start = CpuTime.All;
        (TimeSpan wall, long peak, _) = DotNetBuild.Run(project);
        cpu = CpuTime.All - start;
        (double share, int actions) = CompilersShare(Path.Combine(log, "trace.json"));
        Console.WriteLine($"dotnet build:  {wall.TotalSeconds,7:N1} s, {cpu.TotalSeconds:N1} s of CPU, {actions} actions; peak of the MSBuild process {peak >> 20} MiB");
        Console.WriteLine($"               {wall.TotalSeconds / ninja:N3} of ninja's time; its programs used {share:P1} of the machine until the last link began");
        return 0;
    }

    private static void Empty(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
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
