using TfNative.Execution.Tests.Support;

namespace TfNative.Execution.Tests.Running;

/// <summary>A header is edited while two compiles that read it overlap: one has read it before, the other one after.</summary>
public class EditedWhileRunningTests
{
    private readonly Workspace _ws = new();

    public EditedWhileRunningTests()
    {
        _ws.Source("src/a.cc", "#include src/shared.h\na\n");
        _ws.Source("src/b.cc", "#include src/shared.h\nb\n");
        _ws.Source("src/shared.h", "h1\n");
        _ws.Request = request => request with { Jobs = 2 };
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    [InlineData(true, 1)]
    public void What_had_read_it_before_is_not_taken_to_have_read_what_it_became(bool knownBefore, int secondsEach)
    {
        if (knownBefore)
        {
            Build(_ws.Commands);
            _ws.Source("src/a.cc", "#include src/shared.h\na2\n");
            _ws.Source("src/b.cc", "#include src/shared.h\nb2\n");
        }

        using var overlap = new Overlap(_ws, TimeSpan.FromSeconds(secondsEach));
        Assert.True(Build(overlap).Succeeded);
        Assert.Contains("h1\n", _ws.Disk.Text("out/b.o"));
        Assert.Contains("h2\n", _ws.Disk.Text("out/a.o"));

        Build(_ws.Commands);
        Assert.Contains("h2\n", _ws.Disk.Text("out/b.o"));
        Assert.Equal(0, Build(_ws.Commands).Summary.Ran);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Going_back_to_what_it_was_does_not_hide_what_was_read_meanwhile(int secondsEach)
    {
        Build(_ws.Commands);
        _ws.Source("src/a.cc", "#include src/shared.h\na2\n");
        _ws.Source("src/b.cc", "#include src/shared.h\nb2\n");
        using var overlap = new Overlap(_ws, TimeSpan.FromSeconds(secondsEach));
        Build(overlap);
        _ws.Disk.Write("src/shared.h", "h1\n");
        Build(_ws.Commands);
        Assert.Contains("h1\n", _ws.Disk.Text("out/a.o"));
        Assert.Contains("h1\n", _ws.Disk.Text("out/b.o"));
    }

    [Fact]
    public void A_generated_header_that_is_read_without_being_declared_is_not_taken_for_the_one_that_is_made_later()
    {
        _ws.Source("src/value", "v1\n");
        _ws.Source("src/c.cc", "#include out/value.h\nc\n");
        _ws.Run("/bin/cat", "out/value.h", "src/value");
        _ws.Compile("src/c.cc", "out/c.o");
        _ws.Request = request => request with { Jobs = 1 };
        Assert.True(_ws.Build().Succeeded);

        _ws.Source("src/value", "v2\n");
        _ws.Source("src/c.cc", "#include out/value.h\nc2\n");
        BuildUserFirst();
        Assert.Contains("v1\n", _ws.Disk.Text("out/c.o"));
        BuildUserFirst();
        Assert.Contains("v2\n", _ws.Disk.Text("out/c.o"));
    }

    private void BuildUserFirst()
    {
        _ws.Compile("src/c.cc", "out/c.o");
        _ws.Run("/bin/cat", "out/value.h", "src/value");
        _ws.Build();
    }

    private ExecutionResult Build(ICommandRunner commands)
    {
        Artifact a = _ws.Compile("src/a.cc", "out/a.o");
        _ws.Compile("src/b.cc", "out/b.o");
        _ws.Run("/bin/cat", "out/after-a", a.ExecPath);
        return _ws.Build(commands);
    }

    /// <summary>b reads the header; it is edited while a runs; b ends when a has ended, which what comes after a tells.</summary>
    private sealed class Overlap(Workspace ws, TimeSpan each) : ICommandRunner
    {
        private readonly ManualResetEventSlim _aRuns = new();
        private readonly ManualResetEventSlim _bHasRead = new();
        private readonly ManualResetEventSlim _aHasEnded = new();

        public CommandResult Run(Command command, CancellationToken cancel)
        {
            CommandResult result;
            if (command.Arguments.Contains("src/a.cc"))
            {
                _aRuns.Set();
                _bHasRead.Wait(cancel);
                ws.Disk.Tick();
                ws.Disk.Write("src/shared.h", "h2\n");
                result = ws.Commands.Run(command, cancel);
            }
            else if (command.Arguments.Contains("src/b.cc"))
            {
                _aRuns.Wait(cancel);
                result = ws.Commands.Run(command, cancel);
                _bHasRead.Set();
                _aHasEnded.Wait(cancel);
            }
            else
            {
                _aHasEnded.Set();
                result = ws.Commands.Run(command, cancel);
            }

            return result with { Usage = result.Usage with { Duration = each } };
        }

        public void Dispose()
        {
            _aRuns.Dispose();
            _bHasRead.Dispose();
            _aHasEnded.Dispose();
        }
    }
}
