namespace TfNative.Starlark.Tests.Hosting;

public class ProgramTests
{
    [Fact]
    public void All_errors_of_a_file_are_reported_in_its_order()
    {
        StarlarkException e = Starlark.Fail("a = )\nb = nope\nc = (1\nd = [\n  2,\n]\ne = [\n  2 3\n]\nreturn 1\n", Dialect.Bzl);
        Assert.Equal([1, 2, 4, 8, 10], e.Diagnostics.Select(d => d.Location.Line));
        Assert.Equal(["TFN1101", "TFN1201", "TFN1101", "TFN1101", "TFN1203"], e.Diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void An_error_shows_line_caret_and_call_stack()
    {
        StarlarkException e = Starlark.Fail("def f(x):\n    return x + 1\n\ndef g():\n    return f(\"a\")\n\ng()\n");
        Assert.Equal(
            """
            Traceback (most recent call last):
              File "test.bzl", line 7, column 2, in <toplevel>
                g()
              File "test.bzl", line 5, column 13, in g
                return f("a")
              File "test.bzl", line 2, column 14, in f
                return x + 1
            test.bzl:2:14: TFN1301: unsupported binary operation: string + int
                return x + 1
                         ^
            """,
            e.Render(),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void What_a_file_made_is_frozen_also_when_it_fails()
    {
        Value kept = default;
        var keep = new Builtin("keep", "x", (in CallContext c) => kept = c[0]);
        Starlark.Fail("l = []\nkeep(l)\n1 // 0\n", null, null, ("keep", keep));
        Assert.True(kept.As<StarlarkList>()!.IsFrozen);
    }

    [Fact]
    public void Functions_of_a_frozen_module_run_on_many_threads()
    {
        Module module = Starlark.Run("data = {i: [i] for i in range(100)}\ndef f(n, k = 2):\n  return sum([data[i][0] * k for i in range(n)])\ndef sum(l):\n  t = 0\n  for x in l: t += x\n  return t\n", Dialect.Bzl);
        Assert.True(module.TryGetGlobal("f", out Value f));
        Parallel.For(0, 64, i => Assert.Equal((Value)((i * (i - 1)) / 2 * 2), new StarlarkThread().Call(f, [i])));
    }

    [Fact]
    public void A_function_tells_what_it_is()
    {
        Module module = Starlark.Run("\ndef f(a, b = 1, *args, c, d = None, **kwargs):\n  \"\"\"Says.\"\"\"\n  pass\n");
        Assert.True(module.TryGetGlobal("f", out Value value));
        StarlarkFunction f = value.As<StarlarkFunction>()!;
        Assert.Equal(("f", "Says.", new Location("test.bzl", 2, 1)), (f.Name, f.Doc, f.Location));
        Assert.Same(module, f.Module);
        Assert.Equal(
            ["a Ordinary True", "b Ordinary False", "c KeywordOnly True", "d KeywordOnly False", "args VarArgs False", "kwargs KwArgs False"],
            f.Parameters.Select(p => $"{p.Name} {p.Kind} {p.IsRequired}"));
        Assert.Equal((Value)1, f.GetDefault(1));
        Assert.True(f.GetDefault(0).IsUnbound);
    }

    [Fact]
    public void Printing_tells_where()
    {
        var lines = new List<string>();
        Starlark.Run("def f():\n  print(1, 'a', sep = '|')\nf()\n", null, new StarlarkThread { Print = (at, text) => lines.Add($"{at} {text}") });
        Assert.Equal(["test.bzl:2:8 1|a"], lines);
    }

    [Fact]
    public void Host_data_reaches_builtins_through_the_thread()
    {
        var thread = new StarlarkThread();
        thread.SetLocal(new List<string>());
        var declare = new Builtin("declare", "name", (in CallContext c) =>
        {
            c.Thread.GetLocal<List<string>>()!.Add($"{c.String(0)} at {c.Thread.CallerLocation.Line}");
            return Value.None;
        });
        Starlark.Run("declare('a')\ndeclare(name = 'b')\n", Dialect.Build, thread, ("declare", declare));
        Assert.Equal(["a at 1", "b at 2"], thread.GetLocal<List<string>>());
        Assert.Null(thread.GetLocal<string>());
    }

    [Fact]
    public void A_failed_call_leaves_the_evaluation_usable()
    {
        var attempt = new Builtin("attempt", "f", (in CallContext c) =>
        {
            try
            {
                return c.Thread.Call(c[0], []);
            }
            catch (StarlarkException e)
            {
                return e.Message;
            }
        });
        Module module = Starlark.Run("l = [1]\ndef bad():\n  for x in l:\n    fail('no')\nr = attempt(bad)\nl.append(2)\ns = attempt(lambda: len(l))\n", null, null, ("attempt", attempt));
        Assert.Equal("[[1, 2], \"no\", 2]", StarlarkText(module, "l", "r", "s"));
    }

    [Theory]
    [InlineData("lst + sel", "<left list>")]
    [InlineData("sel + lst", "<right list>")]
    [InlineData("sel | {}", "<right dict>")]
    public void A_host_value_takes_part_in_operators_on_either_side(string expression, string expected) =>
        Assert.Equal(expected, Starlark.Eval(expression, ("sel", new Selector()), ("lst", new StarlarkList())).AsString());

    private static string StarlarkText(Module module, params string[] names) =>
        "[" + string.Join(", ", names.Select(n => module.TryGetGlobal(n, out Value v) ? v.Repr() : "?")) + "]";

    private sealed class Selector : StarlarkObject
    {
        public override string TypeName => "select";

        public override bool TryBinary(BinaryOperator op, Value left, Value right, out Value result)
        {
            result = right.As<Selector>() == this ? $"<left {left.TypeName}>" : $"<right {right.TypeName}>";
            return op is BinaryOperator.Add or BinaryOperator.BitOr;
        }
    }
}
