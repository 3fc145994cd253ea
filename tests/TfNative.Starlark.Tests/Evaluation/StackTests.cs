using System.Text;

namespace TfNative.Starlark.Tests.Evaluation;

/// <summary>On a small stack, too, deep programs and deep values end in an ordinary error.</summary>
public class StackTests
{
    private const int SmallStack = 512 * 1024;

    [Fact]
    public void Clauses_of_nested_comprehensions_check_the_stack()
    {
        string text = "1";
        for (int i = 0; i < 60; i++)
            text = "[" + text + string.Concat(Enumerable.Repeat(" for x in [1]", 499)) + "]";
        Assert.Equal(StarlarkErrors.Limit, OnSmallStack(() => Starlark.Eval(text))?.Code);
    }

    [Fact]
    public void A_function_first_called_where_little_stack_is_left_fails_or_runs()
    {
        string text = $"def leaf(): return {new string('-', 300)}1\ndef f(n): return f(n - 1) if n else leaf()\n";
        var ends = new HashSet<string?>();
        for (int depth = 1; depth < 2000; depth += 61)
            ends.Add(OnSmallStack(() => Starlark.Run($"{text}f({depth})\n", Dialect.Test with { AllowRecursion = true }, new StarlarkThread(new Limits { MaxCallDepth = 5000 })))?.Code);
        Assert.Equal([null, StarlarkErrors.Limit], ends.Order());
    }

    [Theory]
    [InlineData("x == y")]
    [InlineData("x < y")]
    [InlineData("{x: 1}")]
    [InlineData("[x] == [y]")]
    [InlineData("sorted([x, y])")]
    [InlineData("x in [y]")]
    public void Deep_values_of_hosts_are_walked_only_as_far_as_the_stack_reaches(string expression) =>
        Assert.Equal(StarlarkErrors.Nesting, OnSmallStack(() => Starlark.Eval(expression, ("x", Box.Nest(100_000)), ("y", Box.Nest(100_000))))?.Code);

    [Theory]
    [InlineData("repr(x)")]
    [InlineData("str(x)")]
    [InlineData("'%s' % x")]
    [InlineData("'{}'.format(x)")]
    public void Deep_values_are_printed_only_as_far_as_the_stack_reaches(string expression) =>
        Assert.Equal(StarlarkErrors.Nesting, OnSmallStack(() => Starlark.Eval(expression, ("x", Box.Nest(100_000))))?.Code);

    [Fact]
    public void Deep_values_of_hosts_are_frozen()
    {
        Value deep = Box.Nest(1_000_000);
        Assert.Null(OnSmallStack(deep.Freeze));
        Assert.True(deep.As<Box>()!.IsFrozen);
    }

    private static StarlarkException? OnSmallStack(Func<object?> action) => OnSmallStack(() => { action(); });

    private static StarlarkException? OnSmallStack(Action action)
    {
        StarlarkException? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    action();
                }
                catch (StarlarkException e)
                {
                    failure = e;
                }
            },
            SmallStack);
        thread.Start();
        thread.Join();
        return failure;
    }

    /// <summary>A host's value that holds another, as a struct does.</summary>
    private sealed class Box(Value inner) : StarlarkObject
    {
        private readonly Value inner = inner;

        public bool IsFrozen { get; private set; }

        public override string TypeName => "box";

        public static Value Nest(int depth)
        {
            Value value = 1;
            for (int i = 0; i < depth; i++)
                value = new Box(value);
            return value;
        }

        public override bool Equals(Value other) => other.As<Box>() is { } box && box.inner.Equals(inner);

        public override int Hash() => inner.GetHashCode() + 1;

        public override int? CompareTo(Value other) => other.As<Box>() is { } box ? inner.CompareTo(box.inner) : null;

        public override void AppendRepr(StringBuilder text) => inner.AppendRepr(text.Append('<'));

        public override void Freeze()
        {
            IsFrozen = true;
            inner.Freeze();
        }
    }
}
