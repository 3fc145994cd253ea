using System.Diagnostics;

namespace TfNative.Execution.Tests.Support;

/// <summary>A build in a process of its own, which can be killed. It prints a line for every action that starts or ends.</summary>
internal static class ChildBuild
{
    public static Process Start(RealWorkspace workspace, string kind) => Process.Start(
        new ProcessStartInfo("dotnet", [typeof(ChildBuild).Assembly.Location, workspace.Folder, kind]) { RedirectStandardOutput = true })!;

    /// <summary>Where the child begins.</summary>
    public static int Main(string[] args)
    {
        var workspace = new RealWorkspace(args[0]);
        Describe(workspace, args[1]);
        return Executor.Execute(workspace.Describe(), new Lines()).Succeeded ? 0 : 1;
    }

    public static void Describe(RealWorkspace workspace, string kind)
    {
        if (kind == "sleep")
        {
            workspace.Script("out/x", "echo $$ > pid.new; mv pid.new pid; exec sleep 1000");
            return;
        }

        // Three rows of five, each reading two of the row before; everything is written in two halves.
        for (int row = 0; row < 3; row++)
        {
            for (int i = 0; i < 5; i++)
            {
                string[] inputs = row == 0 ? [$"src/{i}"] : [$"out/{row - 1}.{i}", $"out/{row - 1}.{(i + 1) % 5}"];
                string output = $"out/{row}.{i}";
                workspace.Script(output, $"echo {output} > {output}; cat {string.Join(' ', inputs)} >> {output}", inputs);
            }
        }
    }

    private sealed class Lines : IExecutionStatus
    {
        public void BuildStarted(ExecutionProgress progress) => Say("build");

        public void ActionStarted(ActionStarted started) => Say("start");

        public void ActionFinished(ActionFinished finished) => Say("end");

        public void Message(ExecutionMessage message)
        {
        }

        public void BuildFinished(ExecutionResult result)
        {
        }

        private static void Say(string what)
        {
            Console.WriteLine(what);
            Console.Out.Flush();
        }
    }
}
