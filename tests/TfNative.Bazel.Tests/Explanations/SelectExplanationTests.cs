using TfNative.Bazel.Tests.Translation;

namespace TfNative.Bazel.Tests.Explanations;

public sealed class SelectExplanationTests : IDisposable
{
    private readonly TemporaryWorkspace workspace = new(("BUILD", """
        config_setting(name = "opt", values = {"compilation_mode": "opt"})
        config_setting(name = "dbg", values = {"compilation_mode": "dbg"})
        config_setting(name = "opt_linux", values = {"compilation_mode": "opt"}, constraint_values = ["@platforms//os:linux"])

        cc_library(
            name = "lib",
            copts = ["-DALWAYS"] + select({":opt": ["-DO"], ":opt_linux": ["-DOL"], "//conditions:default": []}),
            linkopts = select({":dbg": ["-g"], ":opt": []}),
        )

        cc_library(name = "plain")
        """));

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void Each_branch_says_why_it_is_taken_or_not() => Assert.Equal(
        $$"""
        //:lib (cc_library at {{workspace.Root}}/BUILD:5:11) in configuration k8-opt
          copts: select
            not taken  //:opt: holds, but //:opt_linux is more specific
            taken      //:opt_linux: ["-DOL"]
            not taken  //conditions:default: a condition holds
          linkopts: select
            not taken  //:dbg: needs --compilation_mode=dbg (is opt)
            taken      //:opt: []

        """.ReplaceLineEndings("\n"),
        workspace.Explain(BazelExplanation.Selects, "//:lib", r => r with { DistinctExecConfiguration = false }));

    [Fact]
    public void Tools_are_explained_in_their_own_configuration_too()
    {
        string text = workspace.Explain(BazelExplanation.Selects, "//:lib", r => r with { Mode = CompilationMode.Dbg });
        Assert.Contains("in configuration k8-dbg\n", text, StringComparison.Ordinal);
        Assert.Contains("in configuration k8-opt-exec\n", text, StringComparison.Ordinal);
        Assert.Contains("taken      //conditions:default: []", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_without_selects_says_so() =>
        Assert.Equal("//:plain has no select\n", workspace.Explain(BazelExplanation.Selects, "//:plain"));
}
