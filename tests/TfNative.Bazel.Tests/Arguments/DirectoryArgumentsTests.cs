using TfNative.Bazel.Tests.Analysis;
using TfNative.Execution;

namespace TfNative.Bazel.Tests.Arguments;

/// <summary>Directories that actions make, as arguments (expand_directories of https://bazel.build/rules/lib/builtins/Args).</summary>
public class DirectoryArgumentsTests
{
    private const string TreePath = "bazel-out/k8-opt/bin/p/tree";

    private static ProbeRule Probe(string calls, string functions = "") => new(
        $"""
        tree = ctx.actions.declare_directory("tree")
        ctx.actions.run_shell(outputs = [tree], command = "")
        out = ctx.actions.declare_file("out")
        args = ctx.actions.args()
        {calls.Replace("\n", "\n        ", StringComparison.Ordinal)}
        ctx.actions.run(outputs = [out], executable = "/bin/tool", arguments = ["first", args], mnemonic = "Tool")
        return [DefaultInfo(files = depset([out]))]
        """.Replace("\n        ", "\n", StringComparison.Ordinal),
        "probe(name = \"x\", deps = [\"a.txt\"])\n", more: functions, files: [("p/a.txt", "")]);

    /// <summary>The arguments when the directory holds a.h and sub/b.cc.</summary>
    private static string Expanded(string calls, string functions = "")
    {
        using ProbeRule probe = Probe(calls, functions);
        TranslationResult result = probe.Workspace.Translate(["//p:x"]);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        SpawnAction action = Assert.IsType<SpawnAction>(Assert.Single(result.Graph!.Actions, a => a.Mnemonic == "Tool"));
        Assert.Equal([TreePath], action.Inputs.Select(i => i.ExecPath));
        // As another build has them, which translates nothing.
        string file = probe.Workspace.Folder + "/functions";
        result.ArgumentFunctions?.Save(file);
        var functionsThen = new Lazy<ArgumentFunctions>(() => ArgumentFunctions.Load(file));
        string[] files = [TreePath + "/a.h", TreePath + "/sub/b.cc"];
        IEnumerable<string> Values(ArgumentList list, ArgumentValue value) => value.Kind switch
        {
            ArgumentValueKind.Text => [value.Text],
            ArgumentValueKind.Files when list.Function is null => files,
            ArgumentValueKind.Files => files.SelectMany(f => functionsThen.Value.Map(list.Function, value.Text, f, _ => files)),
            _ => functionsThen.Value.Map(list.Function!, value.Text, null, _ => files),
        };
        return string.Join(' ', action.Directories.SelectMany(part => (part.List with
        {
            Values = [.. part.List.Values.SelectMany(value => Values(part.List, value)).Select(text => new ArgumentValue(text))],
        }).ToArray())).Replace(TreePath, "TREE", StringComparison.Ordinal);
    }

    [Fact]
    public void A_directory_stands_for_itself_until_the_action_runs_and_is_its_input()
    {
        using ProbeRule probe = Probe("args.add('--flag', 'x')\nargs.add_all([tree], before_each = '-f')\nargs.add('last')");
        SpawnAction action = probe.Action<SpawnAction>("Tool");
        Assert.Equal(["/bin/tool", "first", "--flag", "x", "-f", TreePath, "last"], action.CommandLine.ToArray());
        DirectoryArguments part = Assert.Single(action.Directories);
        Assert.Equal((4, 2), (part.First, part.Count));
        Assert.Equal([TreePath], action.Inputs.Select(i => i.ExecPath));
    }

    [Fact]
    public void It_may_stay_as_it_is()
    {
        using ProbeRule probe = Probe("args.add_all([tree], expand_directories = False)\nargs.add(tree)");
        SpawnAction action = probe.Action<SpawnAction>("Tool");
        Assert.Equal(["/bin/tool", "first", TreePath, TreePath], action.CommandLine.ToArray());
        Assert.Empty(action.Directories);
    }

    [Theory]
    [InlineData("args.add_all([tree])", "TREE/a.h TREE/sub/b.cc")]
    [InlineData("args.add_all('--all', depset([tree] + ctx.files.deps), format_each = '-I%s')", "--all -ITREE/a.h -ITREE/sub/b.cc -Ip/a.txt")]
    [InlineData("args.add_joined('--path', [tree], join_with = ':', format_joined = '[%s]')", "--path [TREE/a.h:TREE/sub/b.cc]")]
    public void Its_files_are_values_as_others(string calls, string expected) => Assert.Equal(expected, Expanded(calls));

    [Theory]
    [InlineData("return file.basename if file.extension == 'h' else None", "a.h")]
    [InlineData("return [file.tree_relative_path, file.short_path]", "a.h p/tree/a.h sub/b.cc p/tree/sub/b.cc")]
    [InlineData("return '%s of %s, %s' % (file.dirname[-4:], file.owner, file.is_directory)", "tree of @//p:x, False /sub of @//p:x, False")]
    [InlineData("return _helper(file)", "helped:a.h helped:b.cc")]
    public void Its_files_are_mapped_when_they_are_there(string body, string expected) => Assert.Equal(
        expected, Expanded("args.add_all([tree], map_each = _map)", $"def _helper(file):\n    return 'helped:' + file.basename\n\ndef _map(file):\n    {body}\n"));

    [Theory]
    [InlineData("args.add_all([tree], map_each = _count, expand_directories = False)", "tree=a.h,b.cc")]
    [InlineData("args.add_all([tree] + ctx.files.deps, map_each = _count, expand_directories = False)", "tree=a.h,b.cc a.txt=a.txt")]
    [InlineData("args.add_all([tree], map_each = _count)", "a.h=a.h b.cc=b.cc")]
    public void A_function_may_look_into_it_itself(string calls, string expected) => Assert.Equal(expected, Expanded(
        calls, "def _count(file, expander):\n    return file.basename + '=' + ','.join([f.basename for f in expander.expand(file)])\n"));

    [Fact]
    public void A_function_that_changes_changes_what_names_it()
    {
        string Function(string body)
        {
            using ProbeRule probe = Probe("args.add_all([tree], map_each = _map)", $"def _map(file):\n    {body}\n");
            return Assert.Single(probe.Action<SpawnAction>("Tool").Directories).List.Function!;
        }

        Assert.Equal(Function("return file.path"), Function("return file.path"));
        Assert.NotEqual(Function("return file.path"), Function("return file.basename"));
    }

    [Fact]
    public void A_function_that_is_gone_when_the_action_runs_is_an_error()
    {
        using ProbeRule probe = Probe("args.add_all([tree], map_each = lambda f: f.path, allow_closure = True)");
        Assert.Contains("top level of a .bzl file", probe.Fails(BazelErrorCode.RuleFailed).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_that_fails_says_where()
    {
        ExecutionException e = Assert.Throws<ExecutionException>(() => Expanded("args.add_all([tree], map_each = _map)", "def _map(file):\n    return file.nothing\n"));
        Assert.Contains("rules.bzl:", e.Message, StringComparison.Ordinal);
        Assert.Contains(TreePath + "/a.h", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_can_read_a_response_file_gets_one()
    {
        using ProbeRule probe = Probe("args.add_all([tree])\nargs.use_param_file('@%s')");
        Assert.Equal((2, 1), (Assert.Single(probe.Action<SpawnAction>("Tool").ParamFiles).First, Assert.Single(probe.Action<SpawnAction>("Tool").ParamFiles).Count));
    }

    [Fact]
    public void A_file_of_arguments_names_its_files()
    {
        using ProbeRule probe = Probe("args.add_all([tree])\nlist = ctx.actions.declare_file('list')\nctx.actions.write(list, args, mnemonic = 'List')\nctx.actions.write(out, '')\nreturn [DefaultInfo(files = depset([list]))]");
        WriteArgumentsAction action = probe.Action<WriteArgumentsAction>("List");
        Assert.Equal([TreePath], action.Inputs.Select(i => i.ExecPath));
        Assert.Equal((0, 1), (Assert.Single(action.Directories).First, action.Directories[0].Count));
    }
}
