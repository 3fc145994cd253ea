using TfNative.Execution.Tests.Support;

namespace TfNative.Execution.Tests.Scheduling;

public class LocalJobsTests
{
    private readonly Workspace _workspace = new();
    private readonly Lock _lock = new();
    private readonly List<string> _running = [];
    private int _mostLocal;
    private int _mostLaunched;

    [Theory]
    [InlineData("distcc", "7\n", 0, 7)]
    [InlineData("distcc", "7\n", 5, 5)]
    [InlineData("icecc", "", 0, 16)]
    public void Compiles_take_the_jobs_of_all_machines_and_other_actions_only_those_of_this_one(
        string launcher, string answer, int wanted, int expected)
    {
        _workspace.Disk.CreateDirectory("/tools");
        _workspace.Disk.Write("/tools/" + launcher, "", executable: true);
        var parsed = CompilerLauncher.Parse(launcher, [KeyValuePair.Create("PATH", "/tools")]) with { Jobs = wanted };
        _workspace.Request = request => request with { Launcher = parsed, Jobs = 2 };
        using var commands = new CountingCommands(answer, expected, this);
        for (int i = 0; i < 40; i++)
        {
            _workspace.Source($"src/{i}.cc", "");
            string output = $"out/{i}.o";
            _workspace.Add(new SpawnAction
            {
                Mnemonic = i % 2 == 0 ? "CppCompile" : "Genrule",
                CommandLine = CommandLine.Of("/bin/cc", "-c", $"src/{i}.cc", "-o", output),
                Inputs = [_workspace.Input($"src/{i}.cc")],
                Outputs = [_workspace.Graph.Output(output)],
            });
        }

        ExecutionResult result = _workspace.Build(commands);

        Assert.True(result.Succeeded);
        Assert.InRange(_mostLocal, 1, 2);
        Assert.InRange(_mostLaunched, expected - 2, expected);
        Assert.True(_mostLaunched > 2);
    }

    /// <summary>Lets nothing end before as many compiles run as should be able to.</summary>
    private sealed class CountingCommands(string jobsAnswer, int expected, LocalJobsTests test) : ICommandRunner
    {
        private readonly ManualResetEventSlim _full = new();

        public CommandResult Run(Command command, CancellationToken cancel)
        {
            if (command.Arguments[^1] == "-j")
                return FakeCommands.Exit(0, jobsAnswer);
            bool launched = command.Program.StartsWith("/tools/", StringComparison.Ordinal);
            lock (test._lock)
            {
                test._running.Add(launched ? "launched" : "local");
                test._mostLocal = Math.Max(test._mostLocal, test._running.Count(kind => kind == "local"));
                test._mostLaunched = Math.Max(test._mostLaunched, test._running.Count(kind => kind == "launched"));
                if (test._running.Count == expected)
                    _full.Set();
            }

            // The limit only keeps a wrong scheduler from hanging the test.
            _full.Wait(TimeSpan.FromSeconds(20), cancel);
            lock (test._lock)
                test._running.Remove(launched ? "launched" : "local");
            test._workspace.Disk.Write(command.Arguments[^1], "");
            return FakeCommands.Exit(0);
        }

        public void Dispose() => _full.Dispose();
    }
}
