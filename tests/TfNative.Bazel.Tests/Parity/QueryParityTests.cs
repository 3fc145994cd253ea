using TfNative.Bazel.Tests.Golden;

namespace TfNative.Bazel.Tests.Parity;

/// <summary>Closures of targets as a real Bazel's query lists them, from the same sources and stubs.</summary>
public class QueryParityTests(OutputBaseFixture output) : IClassFixture<OutputBaseFixture>
{
    [Theory]
    [InlineData("abseil", "abseil", "//absl/...")]
    [InlineData("re2", "re2", "//:re2")]
    [InlineData("re2", "re2-all", "//:all")]
    [InlineData("snappy", "snappy", "//:all")]
    [InlineData("flatbuffers", "flatbuffers", "//:flatbuffers + //:flatc + //:flatc_library + //:runtime_cc + //src:all")]
    public void A_librarys_own_workspace_is_that_of_Bazel(string project, string name, string expression)
    {
        using var folder = new ProjectFolder(
            GoldenSources.Find(project), project == "snappy" ? GoldenSources.Find("tensorflow") + "/third_party/snappy.BUILD" : null);
        Check($"{project}/{name}", name, GoldenRequests.Of(project, folder.Path) with { OutputBase = $"{output.Path}/{project}" }, expression);
    }

    [Theory]
    [InlineData("tflite/tflite", "//tensorflow/lite:libtensorflowlite.so")]
    [InlineData("tflite/tflite_c", "//tensorflow/lite/c:libtensorflowlite_c.so")]
    [InlineData("tensorflow/tf_framework", "//tensorflow:libtensorflow_framework.so.2.14.1")]
    [InlineData("tensorflow/libtensorflow", "//tensorflow:libtensorflow.so.2.14.1")]
    [InlineData("tensorflow/libtensorflow_cc", "//tensorflow:libtensorflow_cc.so.2.14.1")]
    [InlineData("tensorflow/pywrap_internal", "//tensorflow/python:_pywrap_tensorflow_internal.so")]
    public void A_TensorFlow_librarys_closure_is_that_of_Bazel(string name, string target) =>
        Check(name, Path.GetFileName(name), GoldenRequests.OfTensorFlow() with { OutputBase = output.Path }, target);

    private static void Check(string golden, string name, TranslationRequest request, string expression)
    {
        BazelQueryResult ours = BazelQuery.Run(
            request, $"deps({expression})", QueryOutput.LabelKind, new() { ImplicitDeps = false, ToolDeps = false },
            new SilentListener(), CancellationToken.None);
        Assert.Empty(ours.Diagnostics);
        IReadOnlyList<Difference> differences = LabelComparer.Compare(
            ours.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries), GoldenLabels.Read(golden));
        string file = Path.Combine(AppContext.BaseDirectory, "Parity", name + "-query.differences.txt");
        IReadOnlyList<string> problems = KnownDifferences.Parse(File.Exists(file) ? File.ReadLines(file) : []).Check(differences);
        Assert.True(problems.Count == 0, string.Join('\n', problems.Take(400)) + $"\n{problems.Count} in all");
    }
}
