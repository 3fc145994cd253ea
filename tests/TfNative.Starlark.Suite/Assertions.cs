using System.Text.RegularExpressions;

namespace TfNative.Starlark.Suite;

/// <summary>The names that suite files have beyond the core library's. Failed assertions are collected, not thrown.</summary>
public sealed class Assertions
{
    private readonly List<Diagnostic> failures = [];
    private readonly bool anyMessage;

    /// <param name="anyMessage">Whether <c>assert_fails</c> is content with any message.</param>
    public Assertions(bool anyMessage = false)
    {
        this.anyMessage = anyMessage;
        Environment = new StarlarkEnvironment(Create());
    }

    public IReadOnlyList<Diagnostic> Failures => failures;

    public StarlarkEnvironment Environment { get; }

    private Dictionary<string, Value> Create()
    {
        var values = new Dictionary<string, Value>();
        void Define(string name, string signature, BuiltinHandler handler) => values[name] = new Builtin(name, signature, handler);
        Define("assert_", "cond, msg='assertion failed'", (in CallContext c) => Check(c, c[0].Truth, c[1].ToString()));
        Define("assert_eq", "x, y", (in CallContext c) =>
            Check(c, c[0].Equals(c[1]), $"assert_eq: {c[0].Repr()} != {c[1].Repr()}"));
        Define("assert_ne", "x, y", (in CallContext c) =>
            Check(c, !c[0].Equals(c[1]), $"assert_ne: {c[0].Repr()} == {c[1].Repr()}"));
        Define("assert_lt", "x, y", (in CallContext c) =>
            Check(c, IsLess(c[0], c[1]), $"assert_lt: {c[0].Repr()} is not less than {c[1].Repr()}"));
        Define("assert_contains", "x, y", (in CallContext c) =>
            Check(c, IsIn(c[1], c[0]), $"assert_contains: {c[0].Repr()} does not contain {c[1].Repr()}"));
        Define("assert_fails", "f, pattern='.*'", AssertFails);
        Define("freeze", "x", (in CallContext c) =>
        {
            c[0].Freeze();
            return c[0];
        });
        Define("matches", "pattern, s", (in CallContext c) =>
            Regex.IsMatch(c.String(1), c.String(0), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));
        Define("struct", "**kwargs", (in CallContext c) => new Struct("struct", c.KeywordArgs));
        Define("mutablestruct", "**kwargs", (in CallContext c) => new Struct("mutablestruct", c.KeywordArgs));
        return values;
    }

    private Value Check(in CallContext c, bool success, string message)
    {
        if (!success)
            failures.Add(new Diagnostic(StarlarkErrors.Evaluation, c.Thread.CallerLocation, message));
        return Value.None;
    }

    private Value AssertFails(in CallContext c)
    {
        try
        {
            c.Thread.Call(c[0], []);
        }
        catch (StarlarkException e)
        {
            bool matches = anyMessage || new Expectation(0, c.String(1)).Accepts(e.Message);
            return Check(c, matches, $"assert_fails: '{e.Message}' does not match '{c[1]}'");
        }
        return Check(c, false, $"assert_fails: succeeded, want failure '{c[1]}'");
    }

    // By way of the operators themselves, so that they are what is tested.
    private static bool IsLess(Value x, Value y) => Run("x < y", x, y);

    private static bool IsIn(Value x, Value y) => Run("x in y", x, y);

    private static bool Run(string expression, Value x, Value y)
    {
        var environment = new StarlarkEnvironment([new("x", x), new("y", y)]);
        StarlarkFile file = StarlarkFile.Parse("assertion", $"result = {expression}\n", Dialect.Bzl);
        Module module = StarlarkProgram.Resolve(file, environment).Execute(new StarlarkThread(), environment);
        return module.TryGetGlobal("result", out Value value) && value.Truth;
    }
}
