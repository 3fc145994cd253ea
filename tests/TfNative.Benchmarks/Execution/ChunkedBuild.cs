using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using TfNative.Execution;

namespace TfNative.Benchmarks.Execution;

/// <summary>One output tree for each executor, which is put where both expect it while it is that one's turn.</summary>
internal sealed class ChunkedBuild(string outputBase)
{
    private readonly ActionGraph _graph = ActionGraphFile.Read(Path.Combine(outputBase, "actions.graph"))
        ?? throw new InvalidOperationException("the project was not translated");

    private readonly string _root = Path.Combine(outputBase, "execroot");
    private readonly string _folder = Path.Combine(outputBase, "chunks");

    private string Output => Path.Combine(_root, "bazel-out");

    public void Clear()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
        foreach (string name in (string[])["ninja", "log", "ninja-out", "executor-out"])
            Directory.CreateDirectory(Path.Combine(_folder, name));
    }

    public Artifact[] Part(int part, int parts)
    {
        Artifact[] objects = [.. _graph.Actions.Where(action => action.Mnemonic == "CppCompile").Select(action => action.PrimaryOutput)];
        new Random(1).Shuffle(objects);
        return [.. objects.Where((_, i) => i % parts == part - 1), .. part == parts ? _graph.Wanted : []];
    }

    /// <summary>Milliseconds that ninja takes to find that all parts are built.</summary>
    public double NinjaNoOp() => With("ninja-out", () => Ninja(_graph.Wanted)) * 1000;

    public (double Ninja, double Executor, TimeSpan NinjaCpu, TimeSpan ExecutorCpu) Run(Artifact[] wanted, bool executorFirst)
    {
        (double ninja, double executor) = (0, 0);
        (TimeSpan ninjaCpu, TimeSpan executorCpu) = (default, default);
        for (int turn = 0; turn < 2; turn++)
        {
            bool executors = (turn == 0) == executorFirst;
            TimeSpan start = CpuTime.All;
            if (executors)
                executor = With("executor-out", () => Executor(wanted));
            else
                ninja = With("ninja-out", () => Ninja(wanted));
            if (executors)
                executorCpu = CpuTime.All - start;
            else
                ninjaCpu = CpuTime.All - start;
        }

        return (ninja, executor, ninjaCpu, executorCpu);
    }

    private double With(string own, Func<double> run)
    {
        own = Path.Combine(_folder, own);
        if (!Directory.Exists(own))
            throw new InvalidOperationException($"{own} does not exist: run execution-chunks first");
        Directory.Move(Output, Output + ".kept");
        Directory.Move(own, Output);
        try
        {
            return run();
        }
        finally
        {
            Directory.Move(Output, own);
            Directory.Move(Output + ".kept", Output);
        }
    }

    private double Ninja(IEnumerable<Artifact> wanted)
    {
        // With a log of its own.
        string folder = Path.Combine(_folder, "ninja");
        string file = File.ReadAllText(Path.Combine(outputBase, "ninja/build.ninja"));
        File.WriteAllText(Path.Combine(folder, "build.ninja"), file.Replace($"builddir = {outputBase}/ninja\n", $"builddir = {folder}\n", StringComparison.Ordinal));
        string jobs = Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture);
        return Measured.Ninja(_root, folder, ["-j", jobs, .. wanted.Select(artifact => artifact.ExecPath)]) / 1000;
    }

    private double Executor(Artifact[] wanted)
    {
        var time = Stopwatch.StartNew();
        var graph = new ActionGraph(_graph.Actions, wanted.ToImmutableArray(), _graph.Artifacts);
        ExecutionResult result = Measured.Execute(graph, _root, Path.Combine(_folder, "log"));
        return result.Succeeded ? time.Elapsed.TotalSeconds : throw new InvalidOperationException(result.Failures[0].Message);
    }
}
