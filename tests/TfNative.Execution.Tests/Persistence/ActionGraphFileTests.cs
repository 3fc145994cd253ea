using System.Text;

namespace TfNative.Execution.Tests.Persistence;

public sealed class ActionGraphFileTests : IDisposable
{
    private static readonly Dictionary<string, string> Values = new() { ["Configuration"] = "Release" };
    private readonly string _folder = Directory.CreateTempSubdirectory("tfnative-graph-").FullName;

    private string GraphPath => Path.Combine(_folder, "obj", "graph");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_read_is_what_was_written()
    {
        ActionGraph written = EveryKind();
        ActionGraphFile.Write(GraphPath, written, new GraphInputs());
        ActionGraph read = ActionGraphFile.Read(GraphPath)!;
        Assert.Equal(Describe(written), Describe(read));
        Assert.Equal(written.Actions.Select(ActionDigest.Of), read.Actions.Select(ActionDigest.Of));
        Assert.Equal(written.Actions.Select(action => action.Digest), read.Actions.Select(action => action.Digest));
    }

    [Fact]
    public void Sets_stay_shared()
    {
        var builder = new ActionGraphBuilder();
        ArtifactSet shared = ArtifactSet.Create([builder.Source("a.h"), builder.Source("b.h")]);
        foreach (string name in (string[])["x", "y"])
        {
            builder.Add(new SpawnAction
            {
                Mnemonic = "M",
                CommandLine = CommandLine.Of("cc"),
                InputSets = [ArtifactSet.Create([builder.Source(name)], shared)],
                Outputs = [builder.Output("out/" + name)],
            });
        }

        ActionGraphFile.Write(GraphPath, builder.Build([builder.Output("out/x")]), new GraphInputs());
        ActionGraph read = ActionGraphFile.Read(GraphPath)!;
        Assert.Same(read.Actions[0].InputSets[0].Transitive[0], read.Actions[1].InputSets[0].Transitive[0]);
    }

    [Fact]
    public void It_is_current_until_something_it_was_made_from_changes()
    {
        string build = Write("pkg/BUILD", "a");
        string missing = Path.Combine(_folder, "pkg", "BUILD.bazel");
        Write("glob/a.cc", "");
        Save(inputs =>
        {
            inputs.AddFile(build);
            inputs.AddFile(missing);
            inputs.AddFolder(Path.Combine(_folder, "glob"));
        });
        Assert.Null(Reason());

        File.SetLastWriteTimeUtc(build, DateTime.UtcNow);
        Assert.Null(Reason());

        Write("pkg/BUILD", "b");
        Assert.Equal($"{build} changed", Reason());
        Write("pkg/BUILD", "a");
        Assert.Null(Reason());

        string added = Write("glob/new.cc", "");
        Assert.Equal($"entries of {Path.Combine(_folder, "glob")} changed", Reason());
        File.Move(added, missing);
        Assert.Equal($"{missing} was added", Reason());
        File.Delete(missing);
        Assert.Null(Reason());
        File.Delete(build);
        Assert.Equal($"{build} was removed", Reason());
    }

    [Fact]
    public void Values_that_differ_come_or_go_are_named()
    {
        Save(_ => { });
        Assert.Equal("Configuration changed: Release -> Debug", Reason(new() { ["Configuration"] = "Debug" }));
        Assert.Equal("Configuration is no longer given", Reason([]));
        Assert.Equal("Copt was not given before", Reason(new() { ["Configuration"] = "Release", ["Copt"] = "-O3" }));
    }

    [Fact]
    public void A_file_that_changed_while_the_graph_was_made_makes_it_again()
    {
        Save(inputs => inputs.AddFile(Write("BUILD", "written after the start")), start: 0);
        Assert.EndsWith("BUILD changed while the action graph was made", Reason());
    }

    [Fact]
    public void A_graph_cut_off_anywhere_is_none()
    {
        Save(_ => { });
        byte[] bytes = File.ReadAllBytes(GraphPath);
        for (int length = 0; length < bytes.Length; length += 7)
        {
            File.WriteAllBytes(GraphPath, bytes[..length]);
            Assert.Equal("the action graph was never made", Reason());
        }
    }

    [Fact]
    public void Inputs_of_another_graph_do_not_vouch_for_this_one()
    {
        Save(_ => { });
        byte[] other = File.ReadAllBytes(GraphPath + ".inputs");
        ActionGraphFile.Write(GraphPath, new ActionGraphBuilder().Build([]), new GraphInputs());
        File.WriteAllBytes(GraphPath + ".inputs", other);
        Assert.Contains("another version", ActionGraphFile.ReasonToMakeAgain(GraphPath, Values));
    }

    private static readonly ArgumentList EveryPart = new()
    {
        Values = [new("out/tree", ArgumentValueKind.Files), new("text"), new("out/other", ArgumentValueKind.Folder)],
        Flag = "--all",
        FormatEach = new("<", ">"),
        BeforeEach = "-b",
        Unique = true,
        OmitIfEmpty = false,
        JoinWith = ",",
        FormatJoined = new("[", ""),
        TerminateWith = "end",
        Function = "//:x.bzl%f#1",
    };

    private static ActionGraph EveryKind()
    {
        var b = new ActionGraphBuilder();
        string[] flags = ["-O2", "-Wall"];
        ActionEnvironment environment = ActionEnvironment.Of(("PATH", "/bin"), ("A", ""));
        b.Add(new SpawnAction
        {
            Mnemonic = "CppCompile",
            Owner = "//a:b",
            Description = "Compiling ä.cc",
            CommandLine = new CommandLine(["gcc"], flags, ["-o", "out/ä.o"]),
            Environment = environment,
            Inputs = [b.Source("ä.cc")],
            InputSets = [ArtifactSet.Create([b.Source("x.h"), b.Output("out/gen.h")])],
            Tools = [b.Source("/usr/bin/as")],
            Outputs = [b.Output("out/ä.o"), b.Output("out/tree", ArtifactKind.Directory)],
            Depfile = "out/ä.d",
            DiscoversInputs = true,
            ParamFiles = [new ParamFile("out/p", 1, 2, ParamFileFormat.GccQuoted, "@{0}")],
            Directories = [new DirectoryArguments(1, 2, EveryPart)],
            Pool = new ActionPool("link", 2),
            Resources = new ActionResources(123, TimeSpan.FromSeconds(4)),
            Timeout = TimeSpan.FromMinutes(5),
        });
        b.Add(new WriteFileAction { Mnemonic = "FileWrite", Outputs = [b.Output("out/gen.h")], Content = () => Encoding.UTF8.GetBytes("int x;"), IsExecutable = true });
        b.Add(new ExpandTemplateAction
        {
            Mnemonic = "TemplateExpand",
            Inputs = [b.Source("t.in")],
            Outputs = [b.Output("out/t")],
            Substitutions = [KeyValuePair.Create("@X@", "1")],
        });
        b.Add(new WriteArgumentsAction
        {
            Mnemonic = "FileWrite",
            Inputs = [b.Output("out/tree", ArtifactKind.Directory)],
            Outputs = [b.Output("out/list")],
            Arguments = CommandLine.Of("a", "out/tree"),
            Directories = [new DirectoryArguments(1, 1, new ArgumentList { Values = [new("out/tree", ArgumentValueKind.Files)] })],
            Format = ParamFileFormat.Multiline,
            IsExecutable = true,
        });
        b.Add(new SymlinkAction { Mnemonic = "Symlink", Inputs = [b.Output("out/t")], Outputs = [b.Output("out/l")] });
        b.Add(new SymlinkAction { Mnemonic = "Symlink", TargetPath = "../t", Outputs = [b.Output("out/m", ArtifactKind.Symlink)] });
        b.Add(new CopyAction { Mnemonic = "Copy", Inputs = [b.Output("out/t")], Outputs = [b.Output("out/c")] });
        b.Add(new SymlinkTreeAction
        {
            Mnemonic = "SymlinkTree",
            Outputs = [b.Output("out/p.runfiles", ArtifactKind.Directory)],
            Entries = [KeyValuePair.Create("ws/ä", (string?)"out/c"), KeyValuePair.Create("ws/empty", (string?)null)],
            Manifest = "MANIFEST",
        });
        return b.Build([b.Output("out/ä.o"), b.Output("out/c"), b.Output("out/p.runfiles", ArtifactKind.Directory)]);
    }

    private static string Describe(ActionGraph graph)
    {
        var text = new StringBuilder();
        foreach (BuildAction action in graph.Actions)
        {
            text.AppendLine($"{action.GetType().Name} {action.Mnemonic} {action.Owner} {action.Description}");
            text.AppendLine($" in {string.Join(' ', action.Inputs)} / {string.Join(' ', action.InputSets.SelectMany(set => set.Flatten()))}");
            text.AppendLine($" out {string.Join(' ', action.Outputs.Select(o => $"{o.ExecPath} {o.Kind} {o.Generator == action}"))}");
            if (action is SpawnAction spawn)
            {
                text.AppendLine($" {spawn.CommandLine} {string.Join(' ', spawn.Environment.Variables)} {string.Join(' ', spawn.Tools)}");
                text.AppendLine($" {spawn.Depfile} {spawn.DiscoversInputs} {spawn.Pool} {spawn.Resources} {spawn.Timeout} {string.Join(' ', spawn.ParamFiles)} {Describe(spawn.Directories)}");
            }

            if (action is WriteArgumentsAction arguments)
                text.AppendLine($"{arguments.Arguments} {Describe(arguments.Directories)} {arguments.Format} {arguments.IsExecutable}");
            if (action is SymlinkTreeAction tree)
                text.AppendJoin(' ', tree.Entries).Append(tree.Manifest).AppendLine();
            if (action is WriteFileAction write)
                text.AppendLine(Encoding.UTF8.GetString(write.Content().Span));
        }

        return text.Append(string.Join(' ', graph.Wanted)).ToString();
    }

    private static string Describe(IEnumerable<DirectoryArguments> directories) =>
        string.Join(' ', directories.Select(part => $"{part} {string.Join(' ', part.List.Values)}"));

    /// <summary>By default what was written before is older than the making of the graph, however fast the test is.</summary>
    private void Save(Action<GraphInputs> add, long start = long.MaxValue)
    {
        var inputs = new GraphInputs(start);
        add(inputs);
        inputs.AddValue("Configuration", "Release");
        ActionGraphFile.Write(GraphPath, EveryKind(), inputs);
    }

    private string? Reason(Dictionary<string, string>? values = null) => ActionGraphFile.ReasonToMakeAgain(GraphPath, values ?? Values);

    private string Write(string path, string content)
    {
        string full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
        return full;
    }
}
