using System.Diagnostics;
using System.Globalization;
using TfNative.Execution.Tests.Support;

namespace TfNative.Execution.Tests.Running;

/// <summary>Builds that are killed, disturbed, or run into walls, with real processes and files.</summary>
public sealed class RobustnessTests : IDisposable
{
    private readonly RealWorkspace _ws = new();

    public void Dispose() => _ws.Dispose();

    [Fact]
    public async Task A_build_killed_at_any_moment_is_finished_by_the_next_one()
    {
        var random = new Random(1);
        for (int i = 0; i < 5; i++)
            _ws.Write($"src/{i}", "0\n");
        for (int round = 0; round < 20; round++)
        {
            _ws.Write($"src/{random.Next(5)}", $"{round}\n");
            using Process build = ChildBuild.Start(_ws, "rows");
            // A row of moments from before the first action to after the last, at which the next line was not yet printed.
            for (int lines = random.Next(20); lines > 0 && await build.StandardOutput.ReadLineAsync() is not null; lines--)
            {
            }

            build.Kill();
            await build.WaitForExitAsync();
            if (round % 4 != 3)
                continue;
            ChildBuild.Describe(_ws, "rows");
            Assert.True(_ws.Build().Succeeded);
            AssertRows();
        }

        ChildBuild.Describe(_ws, "rows");
        Assert.Equal(0, _ws.Build().Summary.Ran);
    }

    private void AssertRows()
    {
        for (int i = 0; i < 5; i++)
        {
            string Row(int row, int at) => row < 0 ? _ws.Read($"src/{at}")
                : $"out/{row}.{at}\n" + Row(row - 1, at) + (row == 0 ? "" : Row(row - 1, (at + 1) % 5));
            Assert.Equal(Row(2, i), _ws.Read($"out/2.{i}"));
        }
    }

    /// <summary>A program of twelve C++ sources and a generated header, its sources edited all the while; in the end it says
    /// what its last sources say.</summary>
    [Fact]
    public async Task A_build_with_a_real_compiler_survives_being_killed_two_hundred_times()
    {
        const int Sources = ChildBuild.CompiledSources;
        var random = new Random(2);
        var values = new int[Sources];
        void Edit(int i, int value) => _ws.Write($"src/{i}.cc", $"#include \"out/all.h\"\nint value{i}() {{ return {values[i] = value} + ZERO; }}\n");
        for (int i = 0; i < Sources; i++)
            Edit(i, i);
        _ws.Write("src/all.txt", "0\n");
        _ws.Write("src/main.cc", ChildBuild.MainSource);
        int killed = 0;
        while (killed < 200)
        {
            Edit(random.Next(Sources), killed);
            if (random.Next(10) == 0)
                _ws.Write("src/all.txt", $"{killed} - {killed}\n");
            using Process build = ChildBuild.Start(_ws, "compile");
            // Some lines are any moment at which an action has begun or ended; the rest is within one.
            for (int lines = random.Next(12); lines > 0 && await build.StandardOutput.ReadLineAsync() is not null; lines--)
            {
            }

            await Task.Delay(random.Next(30));
            if (!build.HasExited)
            {
                build.Kill();
                killed++;
            }

            await build.WaitForExitAsync();
            if (random.Next(20) == 0)
                BuildAndRun(values);
        }

        BuildAndRun(values);
        ChildBuild.Describe(_ws, "compile");
        Assert.Equal(0, _ws.Build().Summary.Ran);
    }

    private void BuildAndRun(int[] values)
    {
        ChildBuild.Describe(_ws, "compile");
        ExecutionResult result = _ws.Build();
        Assert.True(result.Succeeded, string.Join('\n', result.Failures.Select(f => f.Message + f.Output.Text)));
        using Process program = Process.Start(new ProcessStartInfo(Path.Combine(_ws.Root, "out/program")) { RedirectStandardOutput = true })!;
        Assert.Equal(string.Concat(values.Select(value => $"{value}\n")), program.StandardOutput.ReadToEnd());
        program.WaitForExit();
    }

    [Fact]
    public async Task Programs_of_a_killed_build_are_ended_before_the_next_one_begins()
    {
        using Process build = ChildBuild.Start(_ws, "sleep");
        Assert.True(SpinWait.SpinUntil(() => _ws.Exists("pid"), TimeSpan.FromSeconds(60)));
        build.Kill();
        await build.WaitForExitAsync();
        int left = int.Parse(_ws.Read("pid"), CultureInfo.InvariantCulture);
        Assert.True(ProcessTree.IsAlive(left));

        _ws.Script("out/x", "echo new > out/x");
        Assert.True(_ws.Build().Succeeded);
        Assert.False(ProcessTree.IsAlive(left));
        Assert.Contains("1 of its programs still ran", Assert.Single(_ws.Status.Messages).Text);
    }

    /// <summary>Between the start of a program and the note of its number a build may be killed too.</summary>
    [Fact]
    public async Task A_program_that_was_only_about_to_be_started_is_found_and_ended()
    {
        string file = Path.Combine(_ws.LogFolder, "running");
        using (var sessions = RunningSessions.Open(file, _ws.Root, _ => { }))
            sessions.Begin(3);
        var start = new ProcessStartInfo("sh", ["-c", "exec setsid sleep 1000 < /dev/null"]) { WorkingDirectory = _ws.Root };
        using Process left = Process.Start(start)!, other = Process.Start("sleep", "1000");
        try
        {
            Assert.True(SpinWait.SpinUntil(() => ProcessTree.SessionLeaders().Contains(left.Id), TimeSpan.FromSeconds(60)));
            var messages = new List<ExecutionMessage>();
            RunningSessions.Open(file, _ws.Root, messages.Add).Dispose();
            await left.WaitForExitAsync();
            Assert.Contains("1 of its programs still ran", Assert.Single(messages).Text, StringComparison.Ordinal);
            Assert.False(other.HasExited);
        }
        finally
        {
            left.Kill();
            other.Kill();
        }
    }

    [Fact]
    public async Task A_second_build_waits_and_says_for_whom()
    {
        _ws.Script("out/a", "while [ ! -e go ]; do sleep 0.01; done; echo a > out/a");
        ExecutionRequest request = _ws.Describe();
        var first = new RecordedStatus();
        Task<ExecutionResult> building = Task.Run(() => Executor.Execute(request, first));
        Assert.True(SpinWait.SpinUntil(() => first.Started.Count > 0, TimeSpan.FromSeconds(60)));

        _ws.Script("out/a", "while [ ! -e go ]; do sleep 0.01; done; echo a > out/a");
        ExecutionRequest again = _ws.Describe();
        var second = new RecordedStatus();
        Task<ExecutionResult> waiting = Task.Run(() => Executor.Execute(again, second));
        Assert.True(SpinWait.SpinUntil(() => second.Messages.Count > 0, TimeSpan.FromSeconds(60)));
        Assert.Contains($"process {Environment.ProcessId}", second.Messages[0].Text);
        _ws.Write("go", "");
        Assert.Equal(1, (await building).Summary.Ran);
        Assert.Equal(0, (await waiting).Summary.Ran);
    }

    [Fact]
    public void Waiting_can_be_cancelled()
    {
        using BuildLock held = BuildLock.Acquire(_ws.LogFolder, _ => { }, CancellationToken.None);
        using var cancel = new CancellationTokenSource();
        _ws.Script("out/a", "echo a > out/a");
        ExecutionRequest request = _ws.Describe();
        var status = new CancelOnMessage(cancel);
        Assert.Equal(ExecutionOutcome.Cancelled, Executor.Execute(request, status, cancel.Token).Outcome);
    }

    [Fact]
    public void An_output_folder_that_cannot_be_written_is_named()
    {
        // A file where a folder must be: unlike permissions, this also stops root.
        _ws.Write("locked", "");
        _ws.Script("locked/sub/x", "true");
        ExecutionResult result = _ws.Build();
        Assert.Equal(ExecutionOutcome.Failed, result.Outcome);
        Assert.Contains("locked", Assert.Single(result.Failures).Message);
    }

    [TmpfsFact]
    public void A_read_only_output_folder_fails_the_build_and_the_next_one_is_right()
    {
        string mount = Path.Combine(_ws.Root, "out");
        Directory.CreateDirectory(mount);
        Assert.True(Tmpfs.TryMount(mount, "64k"));

        try
        {
            _ws.Script("out/x", "echo 1 > out/x");
            Assert.True(_ws.Build().Succeeded);
            Tmpfs.Remount(mount, readOnly: true);
            _ws.Script("out/x", "echo 2 > out/x");
            ExecutionResult result = _ws.Build();
            Assert.Equal(ExecutionOutcome.Failed, result.Outcome);
            Assert.Contains("Read-only file system", Assert.Single(result.Failures).Message, StringComparison.OrdinalIgnoreCase);
            Tmpfs.Remount(mount, readOnly: false);
            _ws.Script("out/x", "echo 2 > out/x");
            Assert.True(_ws.Build().Succeeded);
            Assert.Equal("2\n", _ws.Read("out/x"));
        }
        finally
        {
            Tmpfs.Unmount(mount);
        }
    }

    [TmpfsFact]
    public void A_log_on_a_full_disk_stops_the_build_and_the_next_one_is_right()
    {
        Assert.True(Tmpfs.TryMount(_ws.LogFolder, "16k"));

        try
        {
            void Describe(int count)
            {
                for (int i = 0; i < count; i++)
                    _ws.Script($"out/{i}", $"echo {i} > out/{i}; : {new string('x', 1000)}");
            }

            Describe(100);
            Assert.Equal("TFN3020", Assert.Throws<ExecutionException>(() => _ws.Build()).Code);
            Tmpfs.Unmount(_ws.LogFolder);
            Assert.True(Tmpfs.TryMount(_ws.LogFolder, "4m"));
            Describe(100);
            Assert.True(_ws.Build().Succeeded);
            Describe(100);
            Assert.Equal(0, _ws.Build().Summary.Ran);
        }
        finally
        {
            Tmpfs.Unmount(_ws.LogFolder);
        }
    }

    [TmpfsFact]
    public void A_full_disk_fails_the_build_and_the_next_one_is_right()
    {
        string mount = Path.Combine(_ws.Root, "out");
        Directory.CreateDirectory(mount);
        Assert.True(Tmpfs.TryMount(mount, "64k"));

        try
        {
            _ws.Script("out/x", "head -c 200000 /dev/zero > out/x");
            ExecutionResult result = _ws.Build();
            Assert.Equal(ExecutionOutcome.Failed, result.Outcome);
            Assert.Contains("No space left", Assert.Single(result.Failures).Output.Text);
            Assert.False(_ws.Exists("out/x"));
            _ws.Script("out/x", "head -c 2000 /dev/zero > out/x");
            Assert.True(_ws.Build().Succeeded);
        }
        finally
        {
            Tmpfs.Unmount(mount);
        }
    }

    private sealed class CancelOnMessage(CancellationTokenSource cancel) : IExecutionStatus
    {
        public void BuildStarted(ExecutionProgress progress)
        {
        }

        public void ActionStarted(ActionStarted started)
        {
        }

        public void ActionFinished(ActionFinished finished)
        {
        }

        public void Message(ExecutionMessage message) => cancel.Cancel();

        public void BuildFinished(ExecutionResult result)
        {
        }
    }
}
