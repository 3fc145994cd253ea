using System.Diagnostics;

namespace TfNative.Benchmarks.Execution;

/// <summary>Runs dotnet build --no-restore in a process of its own, which leaves none behind.</summary>
internal static class DotNetBuild
{
    /// <returns>Time, peak memory in bytes, and what it printed.</returns>
    public static (TimeSpan Wall, long Peak, string Output) Run(string project, params string[] options)
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
}
