using System.Diagnostics;
using TfNative.Execution;

namespace TfNative.Benchmarks.Execution;

/// <summary>Runs the two executors and takes their times.</summary>
internal static class Measured
{
    /// <summary>Milliseconds of a ninja run that must succeed.</summary>
    public static double Ninja(string root, string folder, params string[] options)
    {
        var info = new ProcessStartInfo("ninja", ["-C", root, "-f", Path.Combine(folder, "build.ninja"), .. options])
        {
            RedirectStandardOutput = true,
        };
        var time = Stopwatch.StartNew();
        using Process ninja = Process.Start(info)!;
        ninja.StandardOutput.ReadToEnd();
        ninja.WaitForExit();
        return ninja.ExitCode == 0 ? time.Elapsed.TotalMilliseconds : throw new InvalidOperationException("ninja failed");
    }

    /// <summary>Milliseconds from nothing being known to nothing, or everything, having been done: reading the graph and
    /// the log included.</summary>
    public static double Executor(string root, string folder, out ExecutionSummary summary)
    {
        var time = Stopwatch.StartNew();
        ActionGraph graph = ActionGraphFile.ReadIfCurrent(Path.Combine(folder, "graph"), new Dictionary<string, string>(), out string? reason)
            ?? throw new InvalidOperationException(reason);
        ExecutionResult result = Execute(graph, root, Path.Combine(folder, "log"));
        summary = result.Summary;
        return result.Succeeded ? time.Elapsed.TotalMilliseconds : throw new InvalidOperationException(result.Failures[0].Message);
    }

    /// <summary>Our executor, with as many jobs as there are processors.</summary>
    public static ExecutionResult Execute(ActionGraph graph, string root, string logFolder) => TfNative.Execution.Executor.Execute(
        new ExecutionRequest { Graph = graph, ExecutionRoot = root, LogFolder = logFolder, Jobs = Environment.ProcessorCount },
        new Quiet());

    public static double Best(int times, Func<double> run) => Enumerable.Range(0, times).Min(_ => run());

    private sealed class Quiet : IExecutionStatus
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

        public void Message(ExecutionMessage message) => Console.WriteLine(message.Text);

        public void BuildFinished(ExecutionResult result)
        {
        }
    }
}
