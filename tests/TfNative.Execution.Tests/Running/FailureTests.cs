using TfNative.Execution.Tests.Support;

namespace TfNative.Execution.Tests.Running;

public class FailureTests
{
    private readonly Workspace _ws = new();

    public FailureTests()
    {
        _ws.Source("src/a", "a\n");
        _ws.Source("src/b", "b\n");
    }

    private void Failing(string output) => _ws.Commands.Instead = command =>
    {
        if (!command.Arguments.Contains(output))
            return null;
        _ws.Disk.Write(output, "half");
        return FakeCommands.Exit(2, "broken");
    };

    private ExecutionResult Build()
    {
        _ws.Run("/bin/cat", "out/a", "src/a");
        _ws.Run("/bin/cat", "out/b", "src/b");
        _ws.Run("/bin/cat", "out/ab", "out/a", "out/b");
        return _ws.Build();
    }

    [Fact]
    public void The_first_failure_stops_the_build()
    {
        Failing("out/a");
        ExecutionResult result = Build();
        Assert.Equal(ExecutionOutcome.Failed, result.Outcome);
        Assert.Equal((0, 1, 2), (result.Summary.Ran, result.Summary.Failed, result.Summary.NotReached));
        Assert.False(_ws.Disk.Exists("out/a"));
        Assert.False(_ws.Disk.Exists("out/b"));
    }

    [Theory]
    [InlineData(137, "exit code 137 (often for want of memory: run fewer actions at a time)")]
    [InlineData(9, "exit code 9")]
    public void A_shell_whose_program_the_kernel_killed_is_told_from_others(int code, string said)
    {
        _ws.Commands.Instead = _ => FakeCommands.Exit(code);
        Assert.EndsWith(said, Assert.Single(Build().Failures).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keeping_going_builds_all_that_does_not_need_it()
    {
        Failing("out/a");
        _ws.Request = request => request with { KeepGoing = true };
        ExecutionResult result = Build();
        Assert.Equal((1, 1, 1), (result.Summary.Ran, result.Summary.Failed, result.Summary.NotReached));
        Assert.Equal("b\n", _ws.Disk.Text("out/b"));
        _ws.Commands.Instead = null;
        Assert.Equal(2, Build().Summary.Ran);
    }

    [Fact]
    public void A_failed_action_runs_again_even_if_nothing_changed()
    {
        Build();
        _ws.Source("src/a", "a2\n");
        Failing("out/a");
        Build();
        _ws.Source("src/a", "a\n");
        _ws.Commands.Instead = null;
        Build();
        Assert.Equal("missing output out/a", _ws.Status.Reasons["out/a"]);
        Assert.DoesNotContain("out/ab", _ws.Status.Reasons.Keys);
    }

    [Fact]
    public void An_output_that_is_not_made_is_named()
    {
        _ws.Commands.Instead = _ => FakeCommands.Exit(0, "said something");
        ActionFailure failure = Assert.Single(Build().Failures);
        Assert.Equal("TFN3013", failure.Code);
        Assert.Contains("Genrule of //:out/a", failure.Message);
        Assert.Contains("did not make out/a", failure.Message);
        Assert.Equal("said something", failure.Output.Text);
        Assert.Contains("/bin/cat -o out/a", failure.Command);
    }

    [Fact]
    public void A_missing_source_names_who_needs_it()
    {
        _ws.Run("/bin/cat", "out/x", "src/none");
        ActionFailure failure = Assert.Single(_ws.Build().Failures);
        Assert.Equal("TFN3010", failure.Code);
        Assert.Contains("//:out/x needs src/none", failure.Message);
        Assert.Empty(_ws.Commands.Ran);
    }

    [Fact]
    public void A_compiler_without_its_depfile_is_told_what_it_lacks()
    {
        _ws.Commands.Instead = command =>
        {
            _ws.Disk.Write("out/x.o", "");
            return FakeCommands.Exit(0);
        };
        _ws.Compile("src/a", "out/x.o");
        ActionFailure failure = Assert.Single(_ws.Build().Failures);
        Assert.Equal("TFN3015", failure.Code);
        Assert.Contains("-MD", failure.Message);
        Assert.Contains("/bin/cc", failure.Command);
    }

    [Fact]
    public void A_disk_that_is_full_fails_the_action_that_writes()
    {
        _ws.Disk.Broken.Add("out/w");
        _ws.Add(new WriteFileAction { Mnemonic = "FileWrite", Owner = "//:w", Outputs = [_ws.Graph.Output("out/w")], Content = () => new byte[3] });
        ActionFailure failure = Assert.Single(_ws.Build().Failures);
        Assert.Equal("TFN3018", failure.Code);
        Assert.Contains("No space left", failure.Message);
    }

    [Fact]
    public void A_cancelled_build_starts_nothing_more()
    {
        using var cancel = new CancellationTokenSource();
        _ws.Run("/bin/cat", "out/a", "src/a");
        _ws.Run("/bin/cat", "out/b", "out/a");
        _ws.Commands.Before = _ => cancel.Cancel();
        ExecutionResult result = _ws.Build(cancel.Token);
        Assert.Equal(ExecutionOutcome.Cancelled, result.Outcome);
        Assert.Single(_ws.Commands.Ran);
    }

    [Fact]
    public void Undeclared_headers_are_told_with_their_owner()
    {
        _ws.Source("src/x.h", "x\n");
        _ws.Source("src/y.h", "y\n");
        _ws.Source("src/x.cc", "#include src/x.h\n#include src/y.h\nx\n");
        _ws.Request = request => request with { UndeclaredInputs = UndeclaredInputPolicy.Warn, OwnerOfPath = path => "//lib:" + path };
        _ws.Compile("src/x.cc", "out/x.o", "-O2", _ws.Graph.Source("src/x.h"));
        Assert.True(_ws.Build().Succeeded);
        ExecutionMessage message = Assert.Single(_ws.Status.Messages);
        Assert.Equal("TFN3019", message.Code);
        Assert.Equal("CppCompile of //:out/x.o reads what it does not declare: src/y.h (add a dependency on //lib:src/y.h)", message.Text);

        _ws.Request = request => request with { UndeclaredInputs = UndeclaredInputPolicy.Error };
        _ws.Compile("src/x.cc", "out/x.o", "-O3", _ws.Graph.Source("src/x.h"));
        Assert.Equal("TFN3019", Assert.Single(_ws.Build().Failures).Code);
    }

    [Fact]
    public void Files_that_nothing_declares_are_removed_from_the_output_tree()
    {
        _ws.Request = request => request with { OutputTrees = ["out"] };
        _ws.Commands.Before = _ => _ws.Disk.Write("out/side-effect", "");
        _ws.Disk.CreateDirectory("out/old/folder");
        _ws.Run("/bin/cat", "out/a", "src/a");
        Assert.True(_ws.Build().Succeeded);
        Assert.Equal(["out/a"], _ws.Disk.Files.Where(path => path.StartsWith("out/", StringComparison.Ordinal)));
        Assert.False(_ws.Disk.Exists("out/old"));
    }
}
