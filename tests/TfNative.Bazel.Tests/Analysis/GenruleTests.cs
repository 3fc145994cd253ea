using TfNative.Bazel.Tests.Translation;
using TfNative.Execution;

namespace TfNative.Bazel.Tests.Analysis;

public class GenruleTests
{
    [Fact]
    public void Its_command_knows_its_files_folders_and_tools_by_their_execution_paths()
    {
        using var workspace = new TemporaryWorkspace(
            ("p/BUILD", """
                cc_binary(name = "tool", srcs = ["tool.cc"])
                genrule(name = "g", srcs = ["in.txt"], outs = ["sub/out.txt"], tools = [":tool"],
                        cmd = "$(location :tool) $< $(location in.txt) > $@; echo $(@D) $(RULEDIR) $(GENDIR) $$HOME")
                """),
            ("p/tool.cc", ""), ("p/in.txt", ""));
        SpawnAction genrule = Assert.IsType<SpawnAction>(Assert.Single(workspace.Graph("//p:g").Actions, a => a.Mnemonic == "Genrule"));
        const string Bin = "bazel-out/k8-opt/bin";
        Assert.Equal(
            ["/bin/bash", "-c", "source external/bazel_tools/tools/genrule/genrule-setup.sh; "
                + $"bazel-out/k8-opt-exec/bin/p/tool p/in.txt p/in.txt > {Bin}/p/sub/out.txt; echo {Bin}/p/sub {Bin}/p {Bin} $HOME"],
            genrule.CommandLine.ToArray());
        Assert.Contains(genrule.Tools, t => t.ExecPath == "bazel-out/k8-opt-exec/bin/p/tool");
    }

    [Theory]
    [InlineData("cat $< > $@", "['a.txt', 'b.txt']", "['o']", "variable '$<' : more than one input file")]
    [InlineData("touch $@", "[]", "['o', 'p']", "variable '$@' : more than one output file")]
    [InlineData("echo $(UNKNOWN) > $@", "[]", "['o']", "$(UNKNOWN) not defined")]
    public void A_command_that_means_nothing_is_an_error_that_names_the_variable(string command, string sources, string outputs, string message)
    {
        using var workspace = new TemporaryWorkspace(
            ("BUILD", $"genrule(name = 'g', srcs = {sources}, outs = {outputs}, cmd = '{command}')"), ("a.txt", ""), ("b.txt", ""));
        TranslationResult result = workspace.Translate(["//:g"]);
        BazelDiagnostic diagnostic = Assert.Single(result.Diagnostics);
        Assert.Contains(message, diagnostic.Message, StringComparison.Ordinal);
        Assert.Equal((workspace.Root + "/BUILD", 1), (diagnostic.File, diagnostic.Line));
    }

    [Fact]
    public void Its_command_knows_files_of_other_repositories_by_all_their_paths()
    {
        using var other = new TemporaryWorkspace(("BUILD", "exports_files(['x.txt'])"), ("x.txt", ""));
        using var workspace = new TemporaryWorkspace(
            ("WORKSPACE", "workspace(name = 'main')"), ("in.txt", ""),
            ("BUILD", """
                genrule(name = "g", srcs = ["in.txt", "@o//:x.txt"], outs = ["out"],
                        cmd = "$(rootpath in.txt) $(rlocationpath in.txt) $(rlocationpath out) $(execpath @o//:x.txt) $(rlocationpath @o//:x.txt)")
                """));
        ActionGraph graph = workspace.Graph("//:g", r => r with { Repositories = [new RepositoryDeclaration { Name = "o", Path = other.Root }] });
        Assert.EndsWith(
            "; ./in.txt main/in.txt main/out external/o/x.txt o/x.txt",
            TemporaryWorkspace.Command(graph, "Genrule", "out")[2], StringComparison.Ordinal);
    }
}
