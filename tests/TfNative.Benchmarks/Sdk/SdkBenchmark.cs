using System.Diagnostics;

namespace TfNative.Benchmarks.Sdk;

/// <summary>What the SDK adds to the times of dotnet, each beside the same without it, by turns in one run.</summary>
internal static class SdkBenchmark
{
    private const int Rounds = 7;

    /// <param name="args">The feed with the packed SDK. $BazelOutputRoot: where TensorFlow Lite was built, if it was.</param>
    public static int Run(string[] args)
    {
        if (args.Length != 1)
        {
            Console.Error.WriteLine("usage: sdk FEED");
            return 2;
        }

        using var projects = new SdkProjects(Path.GetFullPath(args[0]));
        string[] ask = ["-p:DesignTimeBuild=true", "-p:BuildingInsideVisualStudio=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-p:BuildProjectReferences=false"];
        string[] targets = ["-t:ResolveAssemblyReferences;ResolveProjectReferences;GetTargetPath;GetCopyToOutputDirectoryItems;Compile;CoreCompile"];
        Compare("evaluation", "TensorFlow Lite project", "empty C# project", 0.05, projects,
            ["msbuild", "lite", "-getProperty:TargetFramework"], ["msbuild", "empty", "-getProperty:TargetFramework"]);
        Compare("design-time build", "TensorFlow Lite project", "empty C# project", 0.15, projects,
            ["msbuild", "lite", .. ask, .. targets], ["msbuild", "empty", .. ask, .. targets]);
        Compare("no-op dotnet build", "program with two native projects", "program without", 0.5, projects,
            ["build", "both"], ["build", "none"]);
        Compare("for comparison, no-op dotnet build", "program with two C# projects", "program without", 0.5, projects,
            ["build", "managed"], ["build", "none"]);
        return 0;
    }

    private static void Compare(
        string what, string with, string without, double goal, SdkProjects projects, string[] first, string[] second)
    {
        // Once unmeasured: what is compiled at run time, and read from the disk, is neither's.
        projects.Run(first);
        projects.Run(second);
        double[] a = new double[Rounds], b = new double[Rounds];
        for (int i = 0; i < Rounds; i++)
            (a[i], b[i]) = (Time(projects, first), Time(projects, second));
        Array.Sort(a);
        Array.Sort(b);
        double added = a[Rounds / 2] - b[Rounds / 2];
        Console.WriteLine($"{what}: {with} {a[Rounds / 2]:0.000} s, {without} {b[Rounds / 2]:0.000} s, added {added:0.000} s, ratio {a[Rounds / 2] / b[Rounds / 2]:0.00}; goal {goal} s: {(added <= goal ? "met" : "MISSED")}");
    }

    private static double Time(SdkProjects projects, string[] arguments)
    {
        long start = Stopwatch.GetTimestamp();
        projects.Run(arguments);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
