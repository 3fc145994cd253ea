using System.Diagnostics;
using System.Globalization;
using TfNative.Execution.Tests.Support;

namespace TfNative.Execution.Tests.Processes;

public sealed class RealProcessTests : IDisposable
{
    private readonly RealWorkspace _ws = new();

    public void Dispose() => _ws.Dispose();

    [Fact]
    public void A_program_runs_in_the_root_and_its_output_is_kept_whole_and_in_order()
    {
        _ws.Write("a.txt", "hello\n");
        _ws.Script("out/b.txt", "echo one; echo two >&2; echo three; cat a.txt > out/b.txt", "a.txt");
        Assert.True(_ws.Build().Succeeded);
        Assert.Equal("hello\n", _ws.Read("out/b.txt"));
        Assert.Equal("one\ntwo\nthree\n", _ws.Status.Finished[0].Output.Text);
    }

    [Fact]
    public void It_sees_only_what_was_declared()
    {
        _ws.Environment = ActionEnvironment.Of(("PATH", "/usr/bin:/bin"), ("GREETING", "x=y z"));
        _ws.Script("out/env", "env > out/env; cat >> out/env");
        Assert.True(_ws.Build().Succeeded);
        string[] ownOfShell = ["PWD", "OLDPWD", "SHLVL", "_"];
        Assert.Equal(
            ["GREETING=x=y z", "PATH=/usr/bin:/bin"],
            _ws.Read("out/env").Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(line => !ownOfShell.Contains(line.Split('=')[0])).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_failure_names_code_and_output_and_leaves_nothing()
    {
        _ws.Script("out/x", "echo half > out/x; echo 'bad thing' >&2; exit 7");
        ExecutionResult result = _ws.Build();
        ActionFailure failure = Assert.Single(result.Failures);
        Assert.Equal(ExecutionOutcome.Failed, result.Outcome);
        Assert.Equal(("TFN3016", 7), (failure.Code, failure.ExitCode));
        Assert.Equal("Genrule of //:out/x failed: exit code 7", failure.Message);
        Assert.Equal("bad thing\n", failure.Output.Text);
        Assert.False(_ws.Exists("out/x"));
    }

    [Fact]
    public void The_command_of_a_failure_fails_in_the_same_way_in_a_shell()
    {
        _ws.Environment = ActionEnvironment.Of(("PATH", "/usr/bin:/bin"), ("ODD", "it's a \"test\" $HOME"));
        _ws.Script("out/x", "echo \"$ODD\"; exit 3");
        ActionFailure failure = Assert.Single(_ws.Build().Failures);
        using Process shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", failure.Command!]) { RedirectStandardOutput = true })!;
        Assert.Equal("it's a \"test\" $HOME\n", shell.StandardOutput.ReadToEnd());
        shell.WaitForExit();
        Assert.Equal(3, shell.ExitCode);
    }

    [Fact]
    public void A_crash_names_the_signal()
    {
        _ws.Script("out/x", "kill -SEGV $$");
        ActionFailure failure = Assert.Single(_ws.Build().Failures);
        Assert.Equal("SIGSEGV", failure.Signal);
        Assert.Contains("was ended by SIGSEGV", failure.Message);
    }

    [Fact]
    public void What_hangs_is_ended_when_its_time_is_over_with_all_its_children()
    {
        _ws.Request = request => request with { ActionTimeout = TimeSpan.FromMilliseconds(300) };
        _ws.Script("out/x", "sleep 1000 & echo $! > pid; trap '' TERM; while :; do sleep 1000; done");
        ActionFailure failure = Assert.Single(_ws.Build().Failures);
        Assert.Equal("TFN3014", failure.Code);
        AssertGone(_ws.Read("pid"));
    }

    [Fact]
    public void A_child_that_stays_behind_neither_holds_up_the_build_nor_lives_on()
    {
        _ws.Script("out/x", "sleep 1000 & echo $! > out/x; echo done");
        var time = Stopwatch.StartNew();
        Assert.True(_ws.Build().Succeeded);
        Assert.True(time.Elapsed < TimeSpan.FromSeconds(100));
        Assert.Equal("done\n", _ws.Status.Finished[0].Output.Text);
        AssertGone(_ws.Read("out/x"));
    }

    [Fact]
    public void A_child_that_leaves_the_session_and_keeps_talking_does_not_hold_up_the_build()
    {
        _ws.Script("out/x", "setsid sh -c 'echo $$ > pid.new; mv pid.new pid; i=0; while [ $((i+=1)) -lt 3000 ]; do echo x; sleep 0.02; done; touch silent' & while [ ! -e pid ]; do sleep 0.01; done; touch out/x");
        Assert.True(_ws.Build().Succeeded);
        Assert.False(_ws.Exists("silent"));
        // Nobody hears it any more, and that ends it.
        AssertGone(_ws.Read("pid"));
    }

    [Fact]
    public async Task Cancelling_ends_the_tree_and_removes_what_is_half_made()
    {
        _ws.Script("out/x", "echo half > out/x; (sleep 1000 & echo $! > pid.new; mv pid.new pid; wait)");
        using var cancel = new CancellationTokenSource();
        Task<ExecutionResult> build = Task.Run(() => _ws.Build(cancel.Token));
        Assert.True(SpinWait.SpinUntil(() => _ws.Exists("pid"), TimeSpan.FromSeconds(60)));
        await cancel.CancelAsync();
        Assert.Equal(ExecutionOutcome.Cancelled, (await build).Outcome);
        Assert.False(_ws.Exists("out/x"));
        AssertGone(_ws.Read("pid"));
    }

    [Fact]
    public void A_hundred_megabytes_of_output_are_in_a_file_and_not_in_memory()
    {
        _ws.Script("out/x", "head -c 100000000 /dev/zero | tr '\\0' 'x'; touch out/x");
        Assert.True(_ws.Build().Succeeded);
        ActionOutput output = _ws.Status.Finished[0].Output;
        Assert.Equal(100_000_000, output.TotalLength);
        Assert.True(output.Bytes.Length <= OutputCapture.MaxKept);
        Assert.Equal(100_000_000, new FileInfo(output.SpillFile!).Length);

        _ws.Script("out/y", "touch out/y");
        Assert.True(_ws.Build().Succeeded);
        Assert.False(File.Exists(output.SpillFile));
    }

    [Fact]
    public void A_missing_program_is_named_with_where_it_was_looked_for()
    {
        _ws.Add(new SpawnAction
        {
            Mnemonic = "CppCompile",
            Owner = "//:x",
            CommandLine = CommandLine.Of("no-such-compiler"),
            Environment = _ws.Environment,
            Outputs = [_ws.Graph.Output("out/x")],
        });
        ActionFailure failure = Assert.Single(_ws.Build().Failures);
        Assert.Equal("TFN3011", failure.Code);
        Assert.Contains("no-such-compiler", failure.Message);
        Assert.Contains("/usr/bin:/bin", failure.Message);
    }

    [Fact]
    public void A_file_that_is_no_program_cannot_be_started()
    {
        _ws.Write("tool", "not executable");
        _ws.Add(new SpawnAction { Mnemonic = "Genrule", CommandLine = CommandLine.Of("./tool"), Outputs = [_ws.Graph.Output("out/x")] });
        ActionFailure failure = Assert.Single(_ws.Build().Failures);
        Assert.Equal("TFN3017", failure.Code);
        Assert.Contains("Permission denied", failure.Message);
    }

    [Fact]
    public void What_a_program_took_is_measured()
    {
        _ws.Script("out/x", "i=0; while [ $i -lt 20000 ]; do i=$((i+1)); done; touch out/x");
        Assert.True(_ws.Build().Succeeded);
        ActionUsage usage = _ws.Status.Finished[0].Usage;
        Assert.True(usage.CpuTime > TimeSpan.Zero);
    }

    [Fact]
    public void Memory_is_the_programs_own_and_never_this_process_s()
    {
        Write("small", 1);
        Write("large", 700);
        Assert.True(_ws.Build().Succeeded);
        Dictionary<string, long> peaks = _ws.Status.Finished.ToDictionary(f => f.Action.PrimaryOutput.ExecPath, f => f.Usage.PeakMemoryBytes >> 20);
        Assert.Equal(0, peaks["out/small"]);
        Assert.InRange(peaks["out/large"], 700, 800);

        // dd has a buffer of one block.
        void Write(string name, int megabytes) => _ws.Script($"out/{name}", $"dd if=/dev/zero of=/dev/null bs={megabytes}M count=1 && touch out/{name}");
    }

    [Fact]
    public void Long_argument_lists_go_through_response_files()
    {
        string[] words = [.. Enumerable.Range(0, 50_000).Select(i => $"a word '{i}' with \"quotes\"")];
        _ws.Add(new SpawnAction
        {
            Mnemonic = "Genrule",
            CommandLine = new CommandLine(["sh", "-c", "eval set -- $(cat \"$1\"); printf '%s\\n' \"$@\" > out/x", "sh"], words),
            Environment = _ws.Environment,
            ParamFiles = [new ParamFile("out/x-0.params", 4, words.Length, ParamFileFormat.ShellQuoted, "{0}")],
            Outputs = [_ws.Graph.Output("out/x")],
        });
        Assert.True(_ws.Build().Succeeded);
        Assert.Equal(words, _ws.Read("out/x").Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Without_network_there_is_only_the_loopback_device()
    {
        _ws.Request = request => request with { WithoutNetwork = true };
        _ws.Script("out/devices", "tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d ' ' > out/devices");
        try
        {
            Assert.True(_ws.Build().Succeeded);
        }
        catch (ExecutionException e)
        {
            // Where the kernel forbids it, that must be what is said.
            Assert.Equal("TFN3007", e.Code);
            return;
        }

        Assert.Equal("lo\n", _ws.Read("out/devices"));
    }

    /// <summary>A process lets go of its pipe a moment before it is gone.</summary>
    private static void AssertGone(string pid)
    {
        int id = int.Parse(pid, CultureInfo.InvariantCulture);
        Assert.True(SpinWait.SpinUntil(() => !ProcessTree.IsAlive(id), TimeSpan.FromSeconds(60)), $"process {id} still runs");
    }
}
