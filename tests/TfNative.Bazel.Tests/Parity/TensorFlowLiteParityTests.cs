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
        TranslationResult ours = GoldenTranslation.OfTensorFlow(["//tensorflow/lite/c:libtensorflowlite_c.so"], mode, all: false, "tflite_with_xnnpack=false");
        Assert.Empty(ours.Diagnostics);
        ParityAssert.Agrees("tflite/tflite_c", modeName, OurActions.Of(ours.Graph!), bazel =>
            NeededActions.FindWithGenerated(bazel, ["Genrule"], $"bazel-out/k8-{modeName}/bin/{Output}"));
    }

    [Theory]
    [InlineData("opt", CompilationMode.Opt)]
    [InlineData("fastbuild", CompilationMode.FastBuild)]
    public void All_actions_of_the_Cxx_librarys_closure_are_those_of_Bazel(string modeName, CompilationMode mode)
    {
        TranslationResult ours = GoldenTranslation.OfTensorFlow(["//tensorflow/lite:libtensorflowlite.so"], mode, all: true, "tflite_with_xnnpack=false");
        Assert.Empty(ours.Diagnostics);
        ParityAssert.Agrees("tflite/tflite", modeName, OurActions.Of(ours.Graph!));
    }
}
