using TfNative.Bazel.Tests.Golden;

namespace TfNative.Bazel.Tests.Parity;

/// <summary>TensorFlow Lite's actions as a real Bazel lists them, from the same sources and stubs.</summary>
public class TensorFlowLiteParityTests
{
    [Theory]
    [InlineData("opt", CompilationMode.Opt)]
    [InlineData("fastbuild", CompilationMode.FastBuild)]
    public void The_C_librarys_actions_are_those_of_Bazel(string modeName, CompilationMode mode)
    {
        const string Output = "tensorflow/lite/c/libtensorflowlite_c.so";
        IReadOnlyList<ActionView> bazel = GoldenActions.Read("tflite/tflite_c", modeName);
        TranslationResult ours = GoldenTranslation.OfTensorFlow(["//tensorflow/lite/c:libtensorflowlite_c.so"], mode, "tflite_with_xnnpack=false");
        Assert.Empty(ours.Diagnostics);

        IReadOnlyList<ActionView> needed = NeededActions.FindWithGenerated(bazel, ["Genrule"], $"bazel-out/k8-{modeName}/bin/{Output}");
        IReadOnlyList<Difference> differences = new ActionComparer(bazel, ToolchainFlags.BazelGcc, ToolchainFlags.BazelGcc)
            .Compare(OurActions.Of(ours.Graph!), needed);
        IReadOnlyList<string> problems = KnownDifferences.Parse(File.ReadLines(GoldenTranslation.KnownDifferences($"tflite_c-{modeName}"))).Check(differences);
        Assert.True(problems.Count == 0, string.Join('\n', problems.Take(400)) + $"\n{problems.Count} in all");
    }
}
