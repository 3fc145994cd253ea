using System.Diagnostics;
using TfNative.Bazel;
using TfNative.Bazel.Tests.Golden;

namespace TfNative.Benchmarks.Analysis;

/// <summary>
/// One cold translation of a generated workspace. Without arguments it runs itself for 5,000, 10,000 and 20,000 packages
/// and prints how the time grows.
/// </summary>
internal static class ScaleBenchmark
{
    /// <param name="args">The number of packages.</param>
    public static int Run(string[] args)
    {
        if (args.Length == 0)
            return RunAll();
        int packages = int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture);
        using var folder = new OutputFolder();
        GeneratedWorkspace.Write(folder.Path + "/workspace", packages);
        var time = Stopwatch.StartNew();
        var request = new TranslationRequest
        {
            Workspace = folder.Path + "/workspace",
            WorkspaceName = "generated",
            OutputBase = folder.Path + "/output",
            Targets = [GeneratedWorkspace.Target],
        };
        TranslationResult result = BazelTranslator.Translate(request, new SilentListener(), CancellationToken.None);
        foreach (BazelDiagnostic diagnostic in result.Diagnostics.Take(10))
            Console.Error.WriteLine(diagnostic.Message);
        Console.WriteLine(
            $"{packages} packages, {packages * GeneratedWorkspace.TargetsPerPackage} targets: {AnalysisFigures.Since(time)}; {result.Graph?.Actions.Length} actions");
        return result.Success ? 0 : 1;
    }

    private static int RunAll()
    {
        int[] sizes = [5_000, 10_000, 20_000];
        foreach (int size in sizes)
        {
            using var child = Process.Start(Environment.ProcessPath!, ["analysis-scale", $"{size}"]);
            child.WaitForExit();
            if (child.ExitCode != 0)
                return child.ExitCode;
        }

        return 0;
    }
}
