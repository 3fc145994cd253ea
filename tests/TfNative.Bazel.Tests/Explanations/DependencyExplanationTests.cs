using TfNative.Bazel.Tests.Translation;

namespace TfNative.Bazel.Tests.Explanations;

public sealed class DependencyExplanationTests : IDisposable
{
    private readonly TemporaryWorkspace workspace = new(("BUILD", """
        config_setting(name = "fast", define_values = {"speed": "fast"})
        cc_binary(name = "app", srcs = [":made.cc"], deps = [":lib", ":alias"])
        cc_library(name = "lib", deps = select({":fast": [":simd"], "//conditions:default": [":plain"]}))
        alias(name = "alias", actual = ":behind")
        cc_library(name = "behind")
        cc_library(name = "simd", deps = [":deeper"])
        cc_library(name = "plain")
        cc_library(name = "deeper")
        cc_library(name = "other")
        genrule(name = "made", outs = ["made.cc"], tools = [":tool"], cmd = "")
        cc_binary(name = "tool", deps = [":tool_lib"])
        cc_library(name = "tool_lib")
        """));

    public void Dispose() => workspace.Dispose();

    private string Why(string label, bool fast = false) => workspace.Explain(BazelExplanation.WhyNeeded, label, r => r with
    {
        Targets = ["//:app"],
        Defines = fast ? new Dictionary<string, string> { ["speed"] = "fast" } : new Dictionary<string, string>(),
    });

    [Theory]
    [InlineData("//:app", "//:app\n")]
    [InlineData("//:behind", "//:app\n  deps -> //:alias\n  actual -> //:behind\n")]
    [InlineData("//:plain", "//:app\n  deps -> //:lib\n  deps, select //conditions:default -> //:plain\n")]
    [InlineData("//:made", "//:app\n  srcs -> //:made.cc\n  made by -> //:made\n")]
    [InlineData("//:tool_lib", "//:app\n  srcs -> //:made.cc\n  made by -> //:made\n  tools -> //:tool (k8-opt-exec)\n  deps -> //:tool_lib (k8-opt-exec)\n")]
    [InlineData("//:other", "//:other is not needed by //:app\n")]
    public void The_way_to_a_target_names_attributes_conditions_and_the_configuration_of_tools(string label, string expected) =>
        Assert.Equal(expected, Why(label));

    [Fact]
    public void Of_what_other_configurations_need_the_condition_that_does_not_hold_is_told()
    {
        Assert.Equal(
            "//:deeper is not needed by //:app in configuration k8-opt; the way to it that is not taken:\n//:app\n  deps -> //:lib\n"
            + "  deps, select //:fast (needs --define speed=fast (is not set)) -> //:simd\n  deps -> //:deeper\n",
            Why("//:deeper"));
        Assert.Equal("//:app\n  deps -> //:lib\n  deps, select //:fast -> //:simd\n  deps -> //:deeper\n", Why("//:deeper", fast: true));
    }
}
