using System.Diagnostics;
using System.Text;
using TfNative.Execution.Tests.Support;

namespace TfNative.Execution.Tests.Export;

public sealed class NinjaFileWriterTests : IDisposable
{
    private static readonly string[] Outputs = ["out/a b", "out/w", "out/t", "out/l", "out/c", "out/n", "out/all", "out/arguments", "out/filled ü/in it"];
    private readonly RealWorkspace _ws = new();

    public void Dispose() => _ws.Dispose();

    private void Describe()
    {
        _ws.Write("src/t", "x=@X@ y=@Y@ . * [z]\n");
        _ws.Write("src/$odd:name", "odd\n");
        ActionGraphBuilder b = _ws.Graph;
        _ws.Script("out/a b", "printf '%s' \"it's $ODD\" > 'out/a b'; cat 'src/$odd:name' >> 'out/a b'", "src/$odd:name");
        _ws.Script("out/n", "\n  echo first > out/n\n  echo \"second's\" >> out/n\n");
        _ws.Add(new WriteFileAction { Mnemonic = "FileWrite", Outputs = [b.Output("out/w")], Content = () => Encoding.UTF8.GetBytes("#!/bin/sh\n$x\n"), IsExecutable = true });
        _ws.Add(new ExpandTemplateAction
        {
            Mnemonic = "TemplateExpand",
            Inputs = [b.Source("src/t")],
            Outputs = [b.Output("out/t")],
            Substitutions = [KeyValuePair.Create("@X@", "1\n2&\\3"), KeyValuePair.Create("@Y@", "/"), KeyValuePair.Create("[z]", ".*")],
        });
        _ws.Add(new SymlinkAction { Mnemonic = "Symlink", Inputs = [b.Output("out/t")], Outputs = [b.Output("out/l")] });
        _ws.Add(new CopyAction { Mnemonic = "Copy", Inputs = [b.Output("out/l")], Outputs = [b.Output("out/c")] });
        Artifact tree = b.Output("out/p.runfiles", ArtifactKind.Directory);
        _ws.Add(new SymlinkTreeAction
        {
            Mnemonic = "SymlinkTree",
            Outputs = [tree],
            Entries = [KeyValuePair.Create("ws/a b/$w", (string?)"out/w"), KeyValuePair.Create("ws/empty", (string?)null)],
            Manifest = "MANIFEST",
        });
        _ws.Add(new WriteArgumentsAction { Mnemonic = "FileWrite", Outputs = [b.Output("out/arguments")], Arguments = CommandLine.Of("$1", "a b"), Directories = [], IsExecutable = true });
        _ws.Add(new SpawnAction
        {
            Mnemonic = "Fill",
            CommandLine = CommandLine.Of("sh", "-c", "echo $0 > 'out/filled ü/in it'", "it's"),
            Environment = _ws.Environment,
            Outputs = [b.Output("out/filled ü", ArtifactKind.Directory)],
        });
        ArtifactSet set = ArtifactSet.Create([b.Output("out/w"), tree], ArtifactSet.Create([b.Output("out/c"), b.Output("out/a b")]));
        _ws.Add(new SpawnAction
        {
            Mnemonic = "Genrule",
            CommandLine = CommandLine.Of("sh", "-c", "cat \"$1\" 'out/p.runfiles/ws/a b/$w' out/p.runfiles/ws/empty out/p.runfiles/MANIFEST out/c 'out/a b' > out/all", "sh", "a word", "more"),
            Environment = _ws.Environment,
            InputSets = [set],
            ParamFiles = [new ParamFile("out/all.params", 4, 2, ParamFileFormat.ShellQuoted, "{0}")],
            Outputs = [b.Output("out/all")],
            Pool = new ActionPool("heavy", 1),
        });
    }

    [NinjaFact]
    public void Ninja_makes_of_it_what_the_executor_makes()
    {
        _ws.Environment = ActionEnvironment.Of(("PATH", "/usr/bin:/bin"), ("ODD", "a \"quoted\" $value"));
        Describe();
        ActionGraph graph = _ws.Describe().Graph;
        Describe();
        Assert.True(_ws.Build().Succeeded);
        Dictionary<string, string> expected = Outputs.ToDictionary(path => path, _ws.Read);
        Assert.Equal("x=1\n2&\\3 y=/ . * .*\n", expected["out/c"]);
        Directory.Delete(Path.Combine(_ws.Root, "out"), recursive: true);

        string folder = Path.Combine(_ws.Folder, "ninja");
        NinjaFileWriter.Write(folder, graph);
        Ninja(folder);
        Assert.Equal(expected, Outputs.ToDictionary(path => path, _ws.Read));
        using var disk = new RealDisk(_ws.Root);
        Assert.All(["out/w", "out/arguments"], path => Assert.True(disk.Stat(path).IsExecutable));
        Assert.Contains("no work to do", Ninja(folder), StringComparison.Ordinal);
    }

    [NinjaTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_depfile_that_is_an_output_does_not_make_its_action_run_again(bool isUsed)
    {
        _ws.Write("src/a", "a");
        ActionGraphBuilder b = _ws.Graph;
        _ws.Add(new SpawnAction
        {
            Mnemonic = "CppCompile",
            CommandLine = CommandLine.Of("sh", "-c", "echo 'out/a.o: src/a' > out/a.d; cp src/a out/a.o"),
            Environment = _ws.Environment,
            Inputs = [b.Source("src/a")],
            Outputs = [b.Output("out/a.o"), b.Output("out/a.d")],
            Depfile = "out/a.d",
            DiscoversInputs = true,
        });
        if (isUsed)
            _ws.Script("out/b", "cp out/a.d out/b", "out/a.d");
        string folder = Path.Combine(_ws.Folder, "ninja");
        NinjaFileWriter.Write(folder, _ws.Describe().Graph);
        Ninja(folder);
        Assert.Contains("no work to do", Ninja(folder), StringComparison.Ordinal);
        Assert.Equal(isUsed, _ws.Exists("out/a.d"));
    }

    /// <summary>What it says; it must succeed.</summary>
    private string Ninja(string folder)
    {
        using Process ninja = Process.Start(
            new ProcessStartInfo("ninja", ["-C", _ws.Root, "-f", $"{folder}/build.ninja"]) { RedirectStandardOutput = true })!;
        string text = ninja.StandardOutput.ReadToEnd();
        ninja.WaitForExit();
        Assert.True(ninja.ExitCode == 0, text);
        return text;
    }

    [Fact]
    public void What_ninja_cannot_do_is_an_error()
    {
        Artifact tree = _ws.Graph.Output("out/tree", ArtifactKind.Directory);
        _ws.Add(new SpawnAction { Mnemonic = "Make", Owner = "//:tree", CommandLine = CommandLine.Of("mkdir", "out/tree"), Outputs = [tree] });
        _ws.Add(new SpawnAction
        {
            Mnemonic = "List",
            Owner = "//:list",
            CommandLine = CommandLine.Of("list", "out/tree"),
            Directories = [new DirectoryArguments(1, 1, new ArgumentList { Values = [new("out/tree", ArgumentValueKind.Files)] })],
            Inputs = [tree],
            Outputs = [_ws.Graph.Output("out/list")],
        });
        ExecutionException e = Assert.Throws<ExecutionException>(() => NinjaFileWriter.Write(Path.Combine(_ws.Folder, "ninja"), _ws.Describe().Graph));
        Assert.Equal("TFN3060", e.Code);
        Assert.Contains("List of //:list names the files of the folder out/tree", e.Message, StringComparison.Ordinal);
    }
}
