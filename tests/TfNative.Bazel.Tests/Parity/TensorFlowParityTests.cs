using TfNative.Bazel.Tests.Golden;

namespace TfNative.Bazel.Tests.Parity;

/// <summary>All actions of TensorFlow's closures as a real Bazel lists them, from the same sources and stubs.</summary>
public class TensorFlowParityTests
{
    [Fact]
    public void The_framework_librarys_actions_are_those_of_Bazel()
    {
        TranslationResult ours = GoldenTranslation.OfTensorFlow(["//tensorflow:libtensorflow_framework.so.2.14.1"], CompilationMode.Opt, all: true);
        Assert.Empty(ours.Diagnostics);
        ParityAssert.Agrees("tensorflow/tf_framework", "opt", OurActions.Of(ours.Graph!));
    }
}
