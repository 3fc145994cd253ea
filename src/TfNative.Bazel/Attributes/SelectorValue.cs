using System.Text;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>
/// What select() gives, and sums of it: a list of plain values and selectors that are joined once the configuration
/// is known (Bazel's SelectorList.java).
/// </summary>
public sealed class SelectorList : StarlarkObject
{
    public SelectorList(IReadOnlyList<Value> elements) => Elements = elements;

    /// <summary>Plain values and <see cref="SelectorValue"/>s, in order.</summary>
    public IReadOnlyList<Value> Elements { get; }

    public override string TypeName => "select";

    public override bool TryBinary(BinaryOperator op, Value left, Value right, out Value result)
    {
        if (op is not (BinaryOperator.Add or BinaryOperator.BitOr))
        {
            result = default;
            return false;
        }

        result = new SelectorList([.. Parts(left), .. Parts(right)]);
        return true;
    }

    public override void AppendRepr(StringBuilder text)
    {
        for (int i = 0; i < Elements.Count; i++)
            text.Append(i == 0 ? "" : " + ").Append(Elements[i].Repr());
    }

    private static IReadOnlyList<Value> Parts(Value value) =>
        value.As<SelectorList>() is { } list ? list.Elements : [value];
}

/// <summary>One select({condition: value}, no_match_error = "").</summary>
public sealed class SelectorValue : StarlarkObject
{
    public SelectorValue(StarlarkDict branches, string noMatchError)
    {
        Branches = branches;
        NoMatchError = noMatchError;
    }

    public StarlarkDict Branches { get; }

    public string NoMatchError { get; }

    public override string TypeName => "selector";

    public override void AppendRepr(StringBuilder text) => text.Append("select(").Append(((Value)Branches).Repr()).Append(')');
}
