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

        if (kind == "compile")
        {
            DescribeCompiles(workspace);
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

    public const int CompiledSources = 12;

    /// <summary>Prints what the functions of all sources give.</summary>
    public static string MainSource { get; } =
        "extern \"C\" int printf(const char*, ...);\n" +
        string.Concat(Enumerable.Range(0, CompiledSources).Select(i => $"int value{i}();\n")) +
        "int main() {\n" + string.Concat(Enumerable.Range(0, CompiledSources).Select(i => $"  printf(\"%d\\n\", value{i}());\n")) + "}\n";

    private static void DescribeCompiles(RealWorkspace workspace)
    {
        Artifact header = workspace.Script("out/all.h", "printf '#define ZERO (' > out/all.h; tr -d '\\n' < src/all.txt >> out/all.h; echo ')' >> out/all.h", "src/all.txt");
        List<Artifact> objects = [];
        foreach (string name in Enumerable.Range(0, CompiledSources).Select(i => $"{i}").Append("main"))
        {
            string output = $"out/{name}.o";
            objects.Add(workspace.Add(new SpawnAction
            {
                Mnemonic = "CppCompile",
                CommandLine = CommandLine.Of("g++", "-I.", "-MD", "-MF", output + ".d", "-c", $"src/{name}.cc", "-o", output),
                Environment = workspace.Environment,
                Inputs = [workspace.Graph.Source($"src/{name}.cc")],
                InputSets = [ArtifactSet.Create([header])],
                Outputs = [workspace.Graph.Output(output)],
                Depfile = output + ".d",
                DiscoversInputs = true,
            }));
        }

        workspace.Add(new SpawnAction
        {
            Mnemonic = "CppLink",
            CommandLine = CommandLine.Of(["g++", "-o", "out/program", .. objects.Select(file => file.ExecPath)]),
            Environment = workspace.Environment,
            Inputs = [.. objects],
            Outputs = [workspace.Graph.Output("out/program")],
        });
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
