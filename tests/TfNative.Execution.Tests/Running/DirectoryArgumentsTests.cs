using TfNative.Execution.Tests.Support;

namespace TfNative.Execution.Tests.Running;

/// <summary>Arguments that are the files of a folder which another action makes.</summary>
public class DirectoryArgumentsTests
{
    private static readonly ArgumentValue Tree = new("out/tree", ArgumentValueKind.Files);
    private readonly Workspace _ws = new();
    private string[] _files = ["b", "a/y", "a/x", "a.txt"];
    private SpawnAction _use = null!;

    public DirectoryArgumentsTests()
    {
        _ws.Commands.Instead = command =>
        {
            if (command.Arguments[0] == "/bin/strip")
            {
                foreach (string file in _files)
                    _ws.Source("out/tree/" + file, file + "\n");
                _ws.Disk.CreateDirectory("out/tree/empty");
            }
            else if (command.Arguments.Contains("out/used"))
            {
                _ws.Disk.Write("out/used", string.Join(' ', command.Arguments.Skip(3)));
            }

            return FakeCommands.Exit(0);
        };
    }

    private Artifact MakeTree(string change = "")
    {
        Artifact tree = _ws.Graph.Output("out/tree", ArtifactKind.Directory);
        return _ws.Add(new SpawnAction { Mnemonic = "Make", CommandLine = CommandLine.Of("/bin/strip", change), Outputs = [tree] });
    }

    private ExecutionResult Build(ArgumentList list, ParamFile[]? paramFiles = null, string change = "")
    {
        Artifact tree = MakeTree(change);
        _ws.Add(_use = new SpawnAction
        {
            Mnemonic = "Use",
            CommandLine = CommandLine.Of(["/bin/cat", "-o", "out/used", "before", .. list.ToArray(), "after"]),
            Directories = [new DirectoryArguments(4, list.ToArray().Length, list)],
            ParamFiles = [.. paramFiles ?? []],
            Inputs = [tree],
            Outputs = [_ws.Graph.Output("out/used")],
        });
        return _ws.Build();
    }

    private string Used(ArgumentList list)
    {
        Assert.True(Build(list).Succeeded, string.Join("\n", _ws.Status.Finished.Select(f => f.Failure?.Message)));
        return _ws.Disk.Text("out/used");
    }

    [Fact]
    public void Its_files_are_named_in_order_and_nothing_else_of_it() =>
        Assert.Equal("before out/tree/a.txt out/tree/a/x out/tree/a/y out/tree/b after", Used(new() { Values = [Tree] }));

    [Fact]
    public void They_are_formatted_as_values_are()
    {
        _files = ["x", "y"];
        Assert.Equal(
            "before --all -f <out/tree/x> -f <out/tree/y> -f <z> end after",
            Used(new() { Values = [Tree, new("z"), Tree], Flag = "--all", FormatEach = new("<", ">"), BeforeEach = "-f", Unique = true, TerminateWith = "end" }));
        Assert.Equal("before --s=out/tree/x,out/tree/y after", Used(new() { Values = [Tree], JoinWith = ",", FormatJoined = new("--s=", "") }));
    }

    [Fact]
    public void An_empty_folder_leaves_no_flag_unless_it_is_wanted()
    {
        _files = [];
        Assert.Equal("before after", Used(new() { Values = [Tree], Flag = "--all", TerminateWith = "end" }));
        Assert.Equal("before --all after", Used(new() { Values = [Tree], Flag = "--all", OmitIfEmpty = false }));
    }

    [Fact]
    public void A_program_finds_the_folder_that_it_is_to_fill_empty()
    {
        _files = ["x"];
        Assert.Equal("before out/tree/x after", Used(new() { Values = [Tree] }));
        IEnumerable<string>? before = null;
        Func<Command, CommandResult?> make = _ws.Commands.Instead!;
        _ws.Commands.Instead = command =>
        {
            before ??= [.. _ws.Disk.List("out/tree")];
            Assert.Equal(FileType.Directory, _ws.Disk.Stat("out/tree").Type);
            return make(command);
        };
        Build(new() { Values = [Tree] }, change: "again");
        Assert.Empty(before!);
    }

    [Fact]
    public void A_link_counts_as_what_it_leads_to_and_a_circle_ends()
    {
        _files = ["x"];
        Func<Command, CommandResult?> make = _ws.Commands.Instead!;
        _ws.Commands.Instead = command =>
        {
            CommandResult? result = make(command);
            _ws.Disk.CreateSymlink("out/tree/link", "/root/out/tree/x");
            _ws.Disk.CreateSymlink("out/tree/circle", "/root/out/tree");
            _ws.Disk.CreateSymlink("out/tree/nowhere", "/root/out/none");
            return result;
        };
        Assert.Equal("before out/tree/link out/tree/x after", Used(new() { Values = [Tree] }));
    }

    [Fact]
    public void They_stand_in_a_response_file_too()
    {
        _files = ["x", "it's"];
        var list = new ArgumentList { Values = [Tree], Flag = "--all" };
        Assert.True(Build(list, [new ParamFile("out/used.params", 4, 2)]).Succeeded);
        Assert.Equal("before @out/used.params after", _ws.Disk.Text("out/used"));
        Assert.Equal("--all\n'out/tree/it'\\''s'\nout/tree/x\n", _ws.Disk.Text("out/used.params"));
    }

    [Fact]
    public void Another_content_runs_what_names_the_files_and_the_same_does_not()
    {
        var list = new ArgumentList { Values = [Tree] };
        _files = ["x"];
        Assert.Equal(2, Build(list).Summary.Ran);
        Assert.Equal(0, Build(list).Summary.Ran);
        Build(list, change: "made again, the same");
        Assert.Equal(["out/tree"], _ws.Status.Reasons.Keys);
        _files = ["x", "y"];
        Build(list, change: "made again, one more");
        Assert.Equal("input out/tree changed", _ws.Status.Reasons["out/used"]);
        Assert.Equal("before out/tree/x out/tree/y after", _ws.Disk.Text("out/used"));
        Build(list with { BeforeEach = "-f" }, change: "made again, one more");
        Assert.Equal("before -f out/tree/x -f out/tree/y after", _ws.Disk.Text("out/used"));
    }

    [Fact]
    public void A_discovered_input_in_a_folder_is_what_the_folders_action_made()
    {
        string content = "1\n";
        _ws.Source("src/a.cc", "#include out/tree/a.h\n");
        _ws.Commands.Instead = command =>
        {
            if (command.Arguments[0] != "/bin/strip")
                return null;
            _ws.Source("out/tree/a.h", content);
            return FakeCommands.Exit(0);
        };
        ExecutionResult Build(string change)
        {
            Artifact tree = MakeTree(change);
            _ws.Compile("src/a.cc", "out/a.o", "-O2", tree);
            return _ws.Build();
        }

        Assert.Equal(2, Build("").Summary.Ran);
        Assert.Equal(0, Build("").Summary.Ran);
        Assert.Equal(1, Build("the same again").Summary.Ran);
        content = "2\n";
        Assert.Equal(2, Build("another content").Summary.Ran);
        Assert.Equal("-O2\n2\n", _ws.Disk.Text("out/a.o"));
        Assert.Equal(0, Build("another content").Summary.Ran);
    }

    [Fact]
    public void A_file_of_arguments_names_them()
    {
        ExecutionResult Build(string change)
        {
            Artifact tree = MakeTree(change);
            _ws.Add(new WriteArgumentsAction
            {
                Mnemonic = "FileWrite",
                Inputs = [tree],
                Outputs = [_ws.Graph.Output("out/list")],
                Arguments = CommandLine.Of("first", "out/tree"),
                Directories = [new DirectoryArguments(1, 1, new() { Values = [Tree] })],
                Format = ParamFileFormat.Multiline,
                IsExecutable = true,
            });
            return _ws.Build();
        }

        _files = ["x"];
        Build("");
        Assert.Equal(("first\nout/tree/x\n", true), (_ws.Disk.Text("out/list"), _ws.Disk.Stat("out/list").IsExecutable));
        Assert.Equal(0, Build("").Summary.Ran);
        _files = ["x", "y"];
        Build("more");
        Assert.Equal("first\nout/tree/x\nout/tree/y\n", _ws.Disk.Text("out/list"));
    }

    [Fact]
    public void A_function_makes_values_of_files_or_of_the_folder()
    {
        _ws.Request = request => request with { ArgumentFunctions = new Spelling() };
        _files = ["x", "y"];
        Assert.Equal("before f:out/tree:out/tree/x f:out/tree:out/tree/y after", Used(new() { Values = [Tree], Function = "f" }));
        Assert.Equal("before g:out/tree:2 after", Used(new() { Values = [new("out/tree", ArgumentValueKind.Folder)], Function = "g" }));
    }

    [Fact]
    public void A_function_that_fails_is_the_actions_failure()
    {
        _ws.Request = request => request with { ArgumentFunctions = new Spelling() };
        Assert.False(Build(new() { Values = [Tree], Function = "fails" }).Succeeded);
        Assert.Equal("TFN2009", Assert.Single(_ws.Status.Finished, f => f.Failure is not null).Failure!.Code);
    }

    private sealed class Spelling : IArgumentFunctions
    {
        public IEnumerable<string> Map(string function, string folder, string? file, Func<string, IReadOnlyList<string>> filesOf) => function == "fails"
            ? throw new ExecutionException("TFN2009", "no")
            : [$"{function}:{folder}:{file ?? filesOf(folder).Count.ToString(System.Globalization.CultureInfo.InvariantCulture)}"];
    }
}
