using System.Text;

namespace TfNative.Starlark.Tests.Evaluation;

/// <summary>Hostile input ends in an ordinary error, never in a crash.</summary>
public class LimitTests
{
    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("{1:")]
    [InlineData("-")]
    [InlineData("not ")]
    [InlineData("f(")]
    [InlineData("x[")]
    [InlineData("lambda: ")]
    [InlineData("1 if 1 else ")]
    [InlineData("[x for x in ")]
    [InlineData("[x for x in y if lambda: ")]
    public void A_hundred_thousand_nested_constructs_are_an_error(string opening)
    {
        StarlarkException e = Starlark.Fail("x = " + string.Concat(Enumerable.Repeat(opening, 100_000)) + "1\n");
        Assert.Equal(StarlarkErrors.Limit, e.Code);
        Assert.Contains("nested too deeply", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".a")]
    [InlineData("()")]
    [InlineData("[0]")]
    public void A_hundred_thousand_suffixes_are_an_error(string suffix) =>
        Assert.Contains("in a row", Starlark.Fail("x = y" + string.Concat(Enumerable.Repeat(suffix, 100_000)) + "\n").Message, StringComparison.Ordinal);

    [Fact]
    public void Nested_blocks_are_an_error()
    {
        var text = new StringBuilder("def f():\n");
        for (int i = 1; i < 1500; i++)
            text.Append(' ', i).Append("if True:\n");
        text.Append(' ', 1500).Append("pass\n");
        Assert.Equal(StarlarkErrors.Limit, Starlark.Fail(text.ToString()).Code);
    }

    [Theory]
    [InlineData(" + ", "1", "50001")]
    [InlineData(" - 1 + ", "1", "1")]
    [InlineData(" and ", "1", "1")]
    [InlineData(" or ", "0", "0")]
    public void Fifty_thousand_operators_in_a_row_are_fine(string op, string operand, string expected) =>
        Assert.Equal(expected, Starlark.Eval(operand + string.Concat(Enumerable.Repeat(op + operand, 50_000))).ToString());

    [Fact]
    public void Twenty_thousand_elifs_are_fine()
    {
        var text = new StringBuilder("def f(x):\n  if x == 0:\n    return 0\n");
        for (int i = 1; i < 20_000; i++)
            text.Append("  elif x == ").Append(i).Append(":\n    return ").Append(i).Append('\n');
        text.Append("y = f(19999)\n");
        Assert.True(Starlark.Run(text.ToString(), Dialect.Bzl).TryGetExport("y", out Value y));
        Assert.Equal("19999", y.ToString());
    }

    [Fact]
    public void A_chain_of_ten_thousand_calls_is_an_error()
    {
        var text = new StringBuilder("def f0(): return 1\n");
        for (int i = 1; i < 10_000; i++)
            text.Append("def f").Append(i).Append("(): return f").Append(i - 1).Append("()\n");
        text.Append("f9999()\n");
        StarlarkException e = Starlark.Fail(text.ToString());
        Assert.Equal("too many nested calls (limit 2000)", e.Message);
        Assert.Equal(2000, e.CallStack.Count);
    }

    [Fact]
    public void The_stack_is_a_limit_too()
    {
        // Through sorted() each level takes much more of the stack.
        const string Text = "def f(n): return sorted([n], key = lambda x: f(x - 1) if x else 0)\nf(1000000)\n";
        StarlarkException e = Starlark.Fail(
            Text, Dialect.Test with { AllowRecursion = true }, new StarlarkThread(new Limits { MaxCallDepth = int.MaxValue }));
        Assert.Equal("too many nested calls: the stack is exhausted", e.Message);
        Assert.Equal(StarlarkErrors.Limit, e.Code);
    }

    [Fact]
    public void Steps_are_counted_in_loops_calls_and_comprehensions()
    {
        foreach (string body in new[] { "for i in range(1000000): pass", "return [i for i in range(1000000)]", "return max(range(1000000), key = lambda x: x)" })
        {
            StarlarkException e = Starlark.Fail($"def f():\n  {body}\nf()\n", null, new StarlarkThread(new Limits { MaxSteps = 1000 }));
            Assert.Equal("too many steps (limit 1000)", e.Message);
        }
    }

    [Fact]
    public void An_evaluation_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        var cancel = new Builtin("cancel", "", (in CallContext c) =>
        {
            source.Cancel();
            return Value.None;
        });
        StarlarkException e = Starlark.Fail(
            "def f():\n  for i in range(1000000000):\n    if i == 5: cancel()\nf()\n", null, new StarlarkThread(null, source.Token), ("cancel", cancel));
        Assert.Equal(StarlarkErrors.Cancelled, e.Code);
    }

    [Fact]
    public void Limits_are_the_hosts_to_set()
    {
        var limits = new Limits { MaxStringLength = 10_000, MaxListLength = 2000, MaxIntBits = 100, MaxShiftCount = 50 };
        Assert.Contains("excessive repeat", FailWith("'a' * 10001"), StringComparison.Ordinal);
        Assert.Contains("excessive repeat", FailWith("[1] * 2001"), StringComparison.Ordinal);
        Assert.Contains("more than 2000 elements", FailWith("list(range(2001))"), StringComparison.Ordinal);
        Assert.Contains("more than 100 bits", FailWith("(1 << 50) * (1 << 50) * 2"), StringComparison.Ordinal);
        Assert.Contains("shift count too large", FailWith("1 << 51"), StringComparison.Ordinal);

        string FailWith(string expression) => Starlark.Fail(expression + "\n", null, new StarlarkThread(limits)).Message;
    }
}
