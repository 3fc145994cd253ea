using System.Diagnostics;
using TfNative.Bazel;
using TfNative.Bazel.Tests.Golden;

namespace TfNative.Benchmarks.Analysis;

/// <summary>
/// One cold translation of a target of TensorFlow, from nothing to its action graph, as the process itself is cold; or one
/// query. Prints the time since Main, the peak of memory and what was allocated.
/// </summary>
internal static class AnalysisBenchmark
{
    private const string Largest = "//tensorflow:libtensorflow_cc.so.2.14.1";

    /// <param name="args">The target, then --define values.</param>
    public static int Run(string[] args)
    {
        var time = Stopwatch.StartNew();
        using var output = new OutputFolder();
        string target = args.Length > 0 ? args[0] : Largest;
        TranslationRequest request = GoldenRequests.OfTensorFlow([.. args.Skip(1)]) with { Targets = [target], OutputBase = output.Path };
        TranslationResult result = BazelTranslator.Translate(request, new SilentListener(), CancellationToken.None);
        Report(result.Diagnostics);
        Console.WriteLine($"{target}: {AnalysisFigures.Since(time)}; {result.Graph?.Actions.Length} actions of {result.Inputs.Packages.Count} packages");
        return result.Success ? 0 : 1;
    }

    /// <param name="args">The expression.</param>
    public static int RunQuery(string[] args)
    {
        var time = Stopwatch.StartNew();
        using var output = new OutputFolder();
        string expression = args.Length > 0 ? args[0] : $"deps({Largest})";
        BazelQueryResult result = BazelQuery.Run(
            GoldenRequests.OfTensorFlow() with { OutputBase = output.Path }, expression, QueryOutput.LabelKind,
            new() { ImplicitDeps = false, ToolDeps = false }, new SilentListener(), CancellationToken.None);
        Report(result.Diagnostics);
        Console.WriteLine($"{expression}: {AnalysisFigures.Since(time)}; {result.Text.Count(c => c == '\n')} labels");
        return result.Diagnostics.Count == 0 ? 0 : 1;
    }

    private static void Report(IEnumerable<BazelDiagnostic> diagnostics)
    {
        foreach (BazelDiagnostic diagnostic in diagnostics)
            Console.Error.WriteLine(diagnostic.Message);
    }
}
