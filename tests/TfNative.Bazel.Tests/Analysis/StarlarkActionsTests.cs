using System.Text;
using TfNative.Execution;

namespace TfNative.Bazel.Tests.Analysis;

/// <summary>https://bazel.build/rules/lib/builtins/actions.</summary>
public class StarlarkActionsTests
{
    private const string Build = """
        genrule(name = "prog", outs = ["prog.sh"], cmd = "touch $@", executable = True)
        probe(name = "x", deps = ["a.txt", "b.txt"], single = "a.txt", tool = ":prog")
        """;

    private static ProbeRule Probe(string call) => new(
        $"out = ctx.actions.declare_file(\"out\")\n{call}\nreturn [DefaultInfo(files = depset([out]))]", Build, files: [("p/a.txt", ""), ("p/b.txt", "")]);

    private static IEnumerable<string> Names(IEnumerable<Artifact> files) => files.Select(f => f.ExecPath);

    [Fact]
    public void Run_has_a_tool_inputs_arguments_environment_and_a_message()
    {
        using ProbeRule probe = Probe("""
            ctx.actions.run(
                outputs = [out], executable = ctx.executable.tool, inputs = depset(ctx.files.deps), arguments = ["-x", ctx.file.single.path],
                mnemonic = "Tool", progress_message = "Making %{output} of %{label}", env = {"A": "b"}, tools = [ctx.file._hidden],
            )
            """);
        SpawnAction action = probe.Action<SpawnAction>("Tool");
        const string Tool = "bazel-out/k8-opt-exec/bin/p/prog.sh";
        Assert.Equal([Tool, "-x", "p/a.txt"], action.CommandLine.ToArray());
        Assert.Equal([Tool, "p/hidden.txt"], Names(action.Tools));
        Assert.Superset(new HashSet<string> { "p/a.txt", "p/b.txt" }, Names(action.InputSets.SelectMany(s => s.Flatten())).ToHashSet());
        Assert.Equal("Making bazel-out/k8-opt/bin/p/out of //p:x", action.Description);
        Assert.Equal("b", action.Environment["A"]);
    }

    [Fact]
    public void Run_shell_has_a_script_with_arguments()
    {
        using ProbeRule probe = Probe("ctx.actions.run_shell(outputs = [out], inputs = ctx.files.deps, command = 'cat $1 > $2', arguments = [ctx.file.single.path, out.path], mnemonic = \"Shell\")");
        SpawnAction action = probe.Action<SpawnAction>("Shell");
        Assert.Equal(["/bin/bash", "-c", "cat $1 > $2", "", "p/a.txt", "bazel-out/k8-opt/bin/p/out"], action.CommandLine.ToArray());
        Assert.Equal(["p/a.txt", "p/b.txt"], Names(action.Inputs));
    }

    [Theory]
    [InlineData("'text'", "text", false)]
    [InlineData("'text', is_executable = True", "text", true)]
    [InlineData("ctx.actions.args().add('--a', 'b c').add('d')", "--a\n'b c'\nd\n", false)]
    [InlineData("ctx.actions.args().set_param_file_format('multiline').add('b c').add_all(ctx.files.deps)", "b c\np/a.txt\np/b.txt\n", false)]
    public void Write_makes_a_file_of_a_text_or_of_arguments(string content, string expected, bool executable)
    {
        using ProbeRule probe = Probe($"ctx.actions.write(out, {content})");
        WriteFileAction action = probe.Action<WriteFileAction>("FileWrite");
        Assert.Equal((expected, executable), (Encoding.UTF8.GetString(action.Content().Span), action.IsExecutable));
    }

    [Fact]
    public void Expand_template_replaces_words()
    {
        using ProbeRule probe = Probe("ctx.actions.expand_template(template = ctx.file.single, output = out, substitutions = {\"A\": \"b\", \"C\": \"d\"}, is_executable = True)");
        ExpandTemplateAction action = probe.Action<ExpandTemplateAction>("TemplateExpand");
        Assert.Equal("A=b C=d", string.Join(' ', action.Substitutions.Select(s => $"{s.Key}={s.Value}")));
        Assert.Equal(["p/a.txt"], Names(action.Inputs));
        Assert.True(action.IsExecutable);
    }

    [Fact]
    public void Symlink_leads_to_a_file_or_to_any_path()
    {
        using ProbeRule toFile = Probe("ctx.actions.symlink(output = out, target_file = ctx.file.single)");
        Assert.Equal(["p/a.txt"], Names(toFile.Action<SymlinkAction>("Symlink").Inputs));
        using ProbeRule toPath = Probe("out = ctx.actions.declare_symlink(\"link\")\nctx.actions.symlink(output = out, target_path = \"../else\")\nctx.actions.write(ctx.actions.declare_file(\"out\"), \"\")");
        Assert.Equal("../else", toPath.Action<SymlinkAction>("Symlink").TargetPath);
    }

    [Fact]
    public void A_declared_directory_is_an_output_as_a_whole()
    {
        using ProbeRule probe = Probe("tree = ctx.actions.declare_directory(\"tree\")\nctx.actions.run_shell(outputs = [tree], command = \"touch $1/a\", arguments = [tree.path], mnemonic = \"Tree\")\nctx.actions.run_shell(outputs = [out], inputs = [tree], command = \"ls\")");
        Artifact tree = probe.Action<SpawnAction>("Tree").PrimaryOutput;
        Assert.Equal(("bazel-out/k8-opt/bin/p/tree", ArtifactKind.Directory), (tree.ExecPath, tree.Kind));
    }

    [Theory]
    [InlineData("ctx.actions.write(ctx.file.single, '')", BazelErrorCode.UndeclaredOutput, "'p/a.txt' is a source file")]
    [InlineData("ctx.actions.run_shell(outputs = ctx.files.tool, command = '')", BazelErrorCode.UndeclaredOutput, "is an output of //p:prog.sh, not of //p:x")]
    [InlineData("ctx.actions.run_shell(outputs = [], command = '')", BazelErrorCode.RuleFailed, "at least one file")]
    [InlineData("ctx.actions.run_shell(outputs = ['out'], command = '')", BazelErrorCode.RuleFailed, "want File")]
    [InlineData("pass", BazelErrorCode.UndeclaredOutput, "no action makes the declared output 'bazel-out/k8-opt/bin/p/out'")]
    [InlineData("ctx.actions.run_shell(outputs = [out], inputs = [ctx.actions.declare_file('never')], command = '')", BazelErrorCode.UndeclaredOutput, "'bazel-out/k8-opt/bin/p/never'")]
    [InlineData("ctx.actions.symlink(output = out)", BazelErrorCode.RuleFailed, "target_file")]
    public void An_action_that_does_not_hang_together_is_an_error_at_its_target(string call, string code, string message)
    {
        using ProbeRule probe = Probe(call);
        BazelDiagnostic error = probe.Fails(code);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal((probe.Workspace.Root + "/p/BUILD", 4), (error.File, error.Line));
    }

    [Fact]
    public void Two_actions_with_one_output_are_named_with_the_file()
    {
        using ProbeRule probe = Probe("ctx.actions.write(out, 'a')\nctx.actions.write(out, 'b')");
        BazelDiagnostic error = probe.Fails("TFN3001");
        Assert.Contains("bazel-out/k8-opt/bin/p/out", error.Message, StringComparison.Ordinal);
        Assert.Equal((probe.Workspace.Root + "/p/BUILD", 4), (error.File, error.Line));
    }
}
