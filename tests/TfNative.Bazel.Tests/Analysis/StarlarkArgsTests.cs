using TfNative.Execution;

namespace TfNative.Bazel.Tests.Analysis;

/// <summary>https://bazel.build/rules/lib/builtins/Args.</summary>
public class StarlarkArgsTests
{
    private static SpawnAction Run(string calls)
    {
        using var probe = new ProbeRule(
            $"""
            out = ctx.actions.declare_file("out")
            args = ctx.actions.args()
            {calls.Replace("\n", "\n            ", StringComparison.Ordinal)}
            ctx.actions.run(outputs = [out], executable = "/bin/tool", arguments = [args], inputs = ctx.files.deps, mnemonic = "Tool")
            return [DefaultInfo(files = depset([out]))]
            """.Replace("\n            ", "\n", StringComparison.Ordinal),
            "probe(name = \"x\", deps = [\"a.txt\", \"b.txt\", \"sub/a.txt\"])\n",
            more: """
                def _stem(file):
                    return file.basename[:-4]

                def _both(file):
                    return ["-f", file.path]

                def _none_for_b(file):
                    return None if file.basename == "b.txt" else file.basename

                def _keep(text):
                    return text
                """,
            files: [("p/a.txt", ""), ("p/b.txt", ""), ("p/sub/a.txt", "")]);
        return probe.Action<SpawnAction>("Tool");
    }

    [Theory]
    [InlineData("args.add('x')", "x")]
    [InlineData("args.add('--flag', 'x')", "--flag x")]
    [InlineData("args.add('--flag', ctx.files.deps[0])", "--flag p/a.txt")]
    [InlineData("args.add(ctx.files.deps[0], format = 'f=%s,100%%')", "f=p/a.txt,100%")]
    [InlineData("args.add('--n', 3)", "--n 3")]
    [InlineData("args.add('a').add('b')", "a b")]
    [InlineData("args.add_all(ctx.files.deps)", "p/a.txt p/b.txt p/sub/a.txt")]
    [InlineData("args.add_all(depset(ctx.files.deps))", "p/a.txt p/b.txt p/sub/a.txt")]
    [InlineData("args.add_all('--srcs', ctx.files.deps)", "--srcs p/a.txt p/b.txt p/sub/a.txt")]
    [InlineData("args.add_all(ctx.files.deps, format_each = '-I%s')", "-Ip/a.txt -Ip/b.txt -Ip/sub/a.txt")]
    [InlineData("args.add_all(ctx.files.deps, before_each = '-i')", "-i p/a.txt -i p/b.txt -i p/sub/a.txt")]
    [InlineData("args.add_all(ctx.files.deps, map_each = _stem)", "a b a")]
    [InlineData("args.add_all(ctx.files.deps, map_each = _stem, uniquify = True)", "a b")]
    [InlineData("args.add_all(ctx.files.deps, map_each = _both)", "-f p/a.txt -f p/b.txt -f p/sub/a.txt")]
    [InlineData("args.add_all(ctx.files.deps, map_each = _none_for_b)", "a.txt a.txt")]
    [InlineData("args.add_all(ctx.files.deps, map_each = _stem, format_each = '<%s>', before_each = '-b', terminate_with = '--')", "-b <a> -b <b> -b <a> --")]
    [InlineData("args.add_all('--none', [])", "")]
    [InlineData("args.add_all('--none', [], omit_if_empty = False)", "--none")]
    [InlineData("args.add_all('--none', [], omit_if_empty = False, terminate_with = 'end')", "--none end")]
    [InlineData("args.add_all('--none', [], terminate_with = 'end')", "")]
    [InlineData("args.add_all(['x', 'y', 'x'], uniquify = True)", "x y")]
    [InlineData("args.add_joined(ctx.files.deps, join_with = ':')", "p/a.txt:p/b.txt:p/sub/a.txt")]
    [InlineData("args.add_joined('--path', ctx.files.deps, join_with = ':')", "--path p/a.txt:p/b.txt:p/sub/a.txt")]
    [InlineData("args.add_joined(ctx.files.deps, join_with = ',', map_each = _stem, format_each = '(%s)', format_joined = '--all=%s', uniquify = True)", "--all=(a),(b)")]
    [InlineData("args.add_joined('--none', [], join_with = ',')", "")]
    [InlineData("args.add_joined('--none', [], join_with = ',', omit_if_empty = False)", "--none ")]
    [InlineData("args.add_all(['a', 'b'], map_each = _keep, allow_closure = True)", "a b")]
    public void Arguments_are_made_of_values_in_order(string calls, string expected) =>
        Assert.Equal(expected, string.Join(' ', Run(calls).CommandLine.ToArray().Skip(1)));

    [Theory]
    [InlineData("args.use_param_file('@%s', use_always = True)", "@{0}", ParamFileFormat.ShellQuoted)]
    [InlineData("args.use_param_file('--flagfile=%s', use_always = True)\nargs.set_param_file_format('multiline')", "--flagfile={0}", ParamFileFormat.Multiline)]
    [InlineData("args.use_param_file('@%s', use_always = True)\nargs.set_param_file_format('flag_per_line')", "@{0}", ParamFileFormat.FlagPerLine)]
    public void They_may_stand_in_a_param_file(string calls, string flag, ParamFileFormat format)
    {
        SpawnAction action = Run("args.add('--a', 'b')\n" + calls);
        ParamFile file = Assert.Single(action.ParamFiles);
        Assert.Equal((1, 2, format, flag), (file.First, file.Count, file.Format, file.Flag));
        Assert.Equal("bazel-out/k8-opt/bin/p/out-0.params", file.ExecPath);
    }

    [Fact]
    public void A_param_file_is_used_only_when_a_command_is_long_unless_it_is_always_wanted()
    {
        Assert.Empty(Run("args.add('a')\nargs.use_param_file('@%s')").ParamFiles);
        Assert.Single(Run("args.add_all(['a%d' % i for i in range(20000)])\nargs.use_param_file('@%s')").ParamFiles);
        Assert.Empty(Run("args.add_all(['a%d' % i for i in range(20000)])").ParamFiles);
    }

    [Theory]
    [InlineData("args.add(['x'])", "add_all")]
    [InlineData("args.add_all('x')", "sequence")]
    [InlineData("args.add('a', 'b', format = 'no place')", "%s")]
    [InlineData("args.add(depset(['x']))", "add_all")]
    [InlineData("args.set_param_file_format('xml')", "multiline")]
    [InlineData("args.use_param_file('no place')", "%s")]
    public void What_cannot_be_an_argument_is_an_error_that_says_what_can(string calls, string message)
    {
        using var probe = new ProbeRule($"args = ctx.actions.args()\n{calls}\nreturn []", "probe(name = \"x\")\n");
        Assert.Contains(message, probe.Fails(BazelErrorCode.RuleFailed).Message, StringComparison.Ordinal);
    }
}
