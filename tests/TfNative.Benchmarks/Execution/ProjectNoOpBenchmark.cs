using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TfNative.Benchmarks.Execution;

/// <summary>
/// dotnet build of a native project in which nothing has changed, beside ninja on the same actions and dotnet build of an empty
/// project, by turns. The tasks' time is MSBuild's own, from the start of a task to its end: assemblies, graph and log are
/// loaded in it, each for the first time in that process. Arguments: the project's folder; its output base, in which
/// execution-chunks has been run, so that ninja has built it too.
/// </summary>
internal static partial class ProjectNoOpBenchmark
{
    private const int Rounds = 15;

    public static int Run(string[] args)
    {
        (string project, string outputBase) = (args[0], Path.GetFullPath(args[1]));
        var build = new ChunkedBuild(outputBase);
        double[] ninjas = new double[Rounds], walls = new double[Rounds], tasks = new double[Rounds], empties = new double[Rounds];
        DirectoryInfo empty = Directory.CreateTempSubdirectory("tfnative-empty-");
        try
        {
            File.WriteAllText(
                Path.Combine(empty.FullName, "Empty.csproj"),
                "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>");
            Process.Start(new ProcessStartInfo("dotnet", ["build", "-c", "Release", "-v", "quiet"]) { WorkingDirectory = empty.FullName })!.WaitForExit();
            DotNetBuild.Run(project); // reads once what is as young as the last build
            build.NinjaNoOp();
            for (int i = 0; i < Rounds; i++)
            {
                ninjas[i] = build.NinjaNoOp();
                empties[i] = DotNetBuild.Run(empty.FullName).Wall.TotalMilliseconds;
                (TimeSpan wall, _, string text) = DotNetBuild.Run(project, "-clp:PerformanceSummary");
                walls[i] = wall.TotalMilliseconds;
                // Targets are listed too, with the same names.
                string summary = text[text.IndexOf("Task Performance Summary", StringComparison.Ordinal)..];
                tasks[i] = TaskTime().Matches(summary).Sum(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
            }
        }
        finally
        {
            empty.Delete(recursive: true);
        }

        Console.WriteLine($"ninja {ninjas.Min():N1} ms, median {Median(ninjas):N1} ms");
        Console.WriteLine($"both tasks {tasks.Min():N0} ms, median {Median(tasks):N0} ms: {tasks.Min() / ninjas.Min():N2} of ninja, medians {Median(tasks) / Median(ninjas):N2}");
        Console.WriteLine($"dotnet build {Median(walls):N0} ms, an empty project {Median(empties):N0} ms: {Median(walls) - Median(empties):N0} ms more (medians of {Rounds})");
        return 0;
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    [GeneratedRegex(@"(\d+) ms +(?:TranslateBazelTargets|BuildNativeActions) +1 calls?")]
    private static partial Regex TaskTime();
}
