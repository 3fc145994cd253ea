namespace TfNative.Bazel.Tests.Golden;

public class GoldenDataTests
{
    [Fact]
    public void The_needed_compiles_are_those_that_Bazels_whole_action_graph_leads_to()
    {
        // 233 and 40: counted over all inputs, which the data here no longer has.
        IReadOnlyList<ActionView> all = GoldenActions.Read("tflite/tflite_c", "opt");
        IReadOnlyList<ActionView> needed = NeededActions.FindWithGenerated(
            all, ["Genrule"], "bazel-out/k8-opt/bin/tensorflow/lite/c/libtensorflowlite_c.so");
        Assert.Equal(233, needed.Count(action => action is { IsCompile: true, IsExec: false }));
        Assert.Equal(40, needed.Count(action => action is { IsCompile: true, IsExec: true }));
    }

    [Fact]
    public void Labels_are_read_with_their_kinds()
    {
        IReadOnlyList<GoldenLabels.Entry> labels = GoldenLabels.Read("tflite/tflite_c");
        Assert.Equal(1891, labels.Count);
        Assert.Contains(new GoldenLabels.Entry("cc_library rule", "//tensorflow/lite/c:c_api"), labels);
        Assert.Contains(new GoldenLabels.Entry("alias rule", "@XNNPACK//:arm_bf16_enabled"), labels);
    }

    [Theory]
    [InlineData("abseil/abseil")]
    [InlineData("re2/re2")]
    [InlineData("flatbuffers/flatbuffers")]
    [InlineData("snappy/snappy")]
    [InlineData("tflite/tflite")]
    [InlineData("tensorflow/tf_framework")]
    [InlineData("tensorflow/libtensorflow")]
    [InlineData("tensorflow/libtensorflow_cc")]
    [InlineData("tensorflow/pywrap_internal")]
    public void Every_label_that_Bazel_prints_is_one_of_ours_and_printed_alike(string name)
    {
        foreach (GoldenLabels.Entry entry in GoldenLabels.Read(name))
            Assert.Equal(entry.Label, Label.Parse(entry.Label, PackageId.MainRoot).ToString());
    }

    public static TheoryData<string, string> ActionLists => new()
    {
        { "abseil/abseil", "opt" },
        { "abseil/abseil", "fastbuild" },
        { "re2/re2", "opt" },
        { "re2/re2", "fastbuild" },
        { "flatbuffers/flatbuffers", "opt" },
        { "flatbuffers/flatbuffers", "fastbuild" },
        { "snappy/snappy", "opt" },
        { "tflite/tflite", "opt" },
        { "tflite/tflite_c", "fastbuild" },
        { "tensorflow/tf_framework", "opt" },
    };

    [Theory]
    [MemberData(nameof(ActionLists))]
    public void Bazels_actions_agree_with_themselves_and_with_its_toolchains_documented_flags(string name, string mode)
    {
        IReadOnlyList<ActionView> actions = GoldenActions.Read(name, mode);
        Assert.NotEmpty(actions);
        var comparer = new ActionComparer(actions, ToolchainFlags.BazelGcc, ToolchainFlags.BazelGcc);
        Assert.Empty(comparer.Compare(actions).Select(difference => difference.ToString()).Take(5));
    }
}
