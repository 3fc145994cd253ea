namespace TfNative.Starlark.Tests;

/// <summary>Short ways to run programs in tests.</summary>
internal static class Starlark
{
    public static Module Run(string text, Dialect? dialect = null, StarlarkThread? thread = null, params (string, Value)[] predeclared)
    {
        StarlarkEnvironment environment = Environment(predeclared);
        StarlarkFile file = StarlarkFile.Parse("test.bzl", text, dialect ?? Dialect.Test);
        return StarlarkProgram.Resolve(file, environment).Execute(thread ?? new StarlarkThread(), environment);
    }

    /// <summary>The value of an expression.</summary>
    public static Value Eval(string expression, params (string, Value)[] predeclared)
    {
        Module module = Run($"result = ({expression})\n", null, null, predeclared);
        return module.TryGetGlobal("result", out Value value) ? value : Value.Unbound;
    }

    public static StarlarkException Fail(string text, Dialect? dialect = null, StarlarkThread? thread = null, params (string, Value)[] predeclared) =>
        Assert.Throws<StarlarkException>(() => Run(text, dialect, thread, predeclared));

    public static StarlarkEnvironment Environment(params (string Name, Value Value)[] values) =>
        new(values.Select(v => new KeyValuePair<string, Value>(v.Name, v.Value)));
}
