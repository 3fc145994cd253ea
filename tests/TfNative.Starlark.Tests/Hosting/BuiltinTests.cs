namespace TfNative.Starlark.Tests.Hosting;

public class BuiltinTests
{
    private static readonly Builtin Glob = new(
        "glob", "include=[], exclude=[], *, exclude_directories=1, allow_empty=unbound", (in CallContext c) =>
            StarlarkTuple.Create(c.Sequence(0).Count, c.Sequence(1).Count, c.Int(2), c.IsGiven(3) ? c.Bool(3) : Value.None));

    [Theory]
    [InlineData("glob()", "(0, 0, 1, None)")]
    [InlineData("glob(['a', 'b'])", "(2, 0, 1, None)")]
    [InlineData("glob(['a'], ['b'], allow_empty = False)", "(1, 1, 1, False)")]
    [InlineData("glob(exclude = ['b'], include = ('x', 'y'))", "(2, 1, 1, None)")]
    [InlineData("glob(*[['a'], []], **{'exclude_directories': 0})", "(1, 0, 0, None)")]
    public void Arguments_reach_their_parameters(string call, string expected) =>
        Assert.Equal(expected, Starlark.Eval(call, ("glob", Glob)).Repr());

    [Theory]
    [InlineData("glob(1)", "in call to glob(), parameter 'include' got value of type 'int', want 'sequence'")]
    [InlineData("glob([], [], 0)", "glob() accepts no more than 2 positional arguments but got 3")]
    [InlineData("glob(exclud = [])", "glob() got unexpected keyword argument: exclud (did you mean 'exclude'?)")]
    [InlineData("glob([], include = [])", "glob() got multiple values for parameter 'include'")]
    [InlineData("len()", "len() missing 1 required positional argument: x")]
    [InlineData("len(x = 1)", "len() got named argument for positional-only parameter 'x'")]
    public void Arguments_that_do_not_fit_are_named(string call, string message)
    {
        StarlarkException e = Starlark.Fail(call + "\n", null, null, ("glob", Glob));
        Assert.Equal(message, e.Message);
        Assert.Equal(1, e.Diagnostic.Location.Line);
    }

    [Fact]
    public void Extra_keyword_arguments_keep_their_order()
    {
        string? names = null;
        var rule = new Builtin("rule", "**attrs", (in CallContext c) =>
        {
            names = string.Join(' ', c.KeywordArgs.ToArray().Select(a => $"{a.Name}={a.Value}"));
            return Value.None;
        });
        Starlark.Run("rule(name = 'x', srcs = ['a'], deps = [])\n", Dialect.Build, null, ("rule", rule));
        Assert.Equal("name=x srcs=[\"a\"] deps=[]", names);
    }

    [Fact]
    public void An_error_thrown_by_host_code_gets_the_place_and_the_stack_of_the_call()
    {
        var check = new Builtin("check", "x", (in CallContext c) => throw c.Error("bad " + c.String(0), "TFN2999"));
        StarlarkException e = Starlark.Fail("def f(x):\n    check(x)\n\nf('y')\n", null, null, ("check", check));
        Assert.Equal("TFN2999", e.Code);
        Assert.Equal("bad y", e.Message);
        Assert.Equal(new Location("test.bzl", 2, 10), e.Diagnostic.Location);
        Assert.Equal(["<toplevel>", "f"], e.CallStack.Select(f => f.Function));
        Assert.Equal("check", e.Builtin);
        Assert.Contains("    check(x)\n         ^", e.Render(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_malformed_signature_is_the_authors_mistake() =>
        Assert.Throws<ArgumentException>(() => new Builtin("b", "x=", (in CallContext c) => Value.None));
}
