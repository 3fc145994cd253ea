using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>select() (https://bazel.build/reference/be/functions#select).</summary>
internal static class SelectFunction
{
    public static readonly Builtin Instance = new("select", "x, no_match_error=\"\"", static (in CallContext c) =>
    {
        StarlarkDict branches = c[0].As<StarlarkDict>()
            ?? throw c.Error($"in call to select(), parameter 'x' got value of type '{c[0].TypeName}', want 'dict'");
        if (branches.Count == 0)
            throw c.Error("select({}) with an empty dictionary can never resolve because it includes no conditions to match");
        return new SelectorList([new SelectorValue(branches, c.String(1))]);
    });
}
