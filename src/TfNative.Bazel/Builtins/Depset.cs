using System.Text;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Starlark's depset (https://bazel.build/rules/lib/builtins/depset).</summary>
public sealed class Depset : StarlarkObject
{
    public static readonly Depset Empty = new(NestedSet<Value>.Empty);

    public Depset(NestedSet<Value> elements) => Elements = elements;

    public NestedSet<Value> Elements { get; }

    public override string TypeName => "depset";

    public override bool Truth => !Elements.IsEmpty;

    public static Depset Of(IEnumerable<Value> elements) => new(NestedSet<Value>.Of(elements));

    /// <summary>The depset() function.</summary>
    public static readonly Builtin Function = new("depset", "direct=None, order=\"default\", *, transitive=None", static (in CallContext c) =>
    {
        NestedSetOrder order = c.String(1) switch
        {
            "default" => NestedSetOrder.Stable,
            "postorder" => NestedSetOrder.Postorder,
            "preorder" => NestedSetOrder.Preorder,
            "topological" => NestedSetOrder.Topological,
            string other => throw c.Error($"Invalid order: {other}"),
        };
        IEnumerable<Value> direct = c[0].IsNone ? [] : SequenceReader.Of(c[0])
            ?? throw c.Error($"in call to depset(), parameter 'direct' got value of type '{c[0].TypeName}', want 'sequence or NoneType'");
        // What can change would change its place in the set (Depset.java).
        if (direct.FirstOrDefault(e => e.As<StarlarkList>() is not null || e.As<StarlarkDict>() is not null) is { IsUnbound: false, IsNone: false } mutable)
            throw c.Error($"depsets cannot contain items of type '{mutable.TypeName}'");
        var transitive = new List<NestedSet<Value>>();
        foreach (Value part in c[2].IsNone ? [] : SequenceReader.Of(c[2]) ?? throw c.Error("in call to depset(), parameter 'transitive' wants a sequence"))
        {
            NestedSet<Value> set = part.As<Depset>()?.Elements
                ?? throw c.Error($"at index {transitive.Count} of transitive, got element of type {part.TypeName}, want depset");
            if (order != NestedSetOrder.Stable && set.Order != NestedSetOrder.Stable && set.Order != order)
                throw c.Error("Order 'x' is incompatible with order 'y'".Replace("'x'", $"'{Name(order)}'", StringComparison.Ordinal).Replace("'y'", $"'{Name(set.Order)}'", StringComparison.Ordinal));
            transitive.Add(set);
        }

        return new Depset(NestedSet<Value>.Create(order, direct, transitive));
    });

    public override bool TryGetAttribute(string name, out Value value)
    {
        value = name == "to_list" ? new Builtin("to_list", "", (in CallContext _) => new StarlarkList(Elements.ToList())) : default(Value);
        return name == "to_list";
    }

    public override IEnumerable<string> AttributeNames => ["to_list"];

    public override void AppendRepr(StringBuilder text)
    {
        text.Append("depset([");
        text.AppendJoin(", ", Elements.ToList().Select(e => e.Repr()));
        text.Append(']');
        if (Elements.Order != NestedSetOrder.Stable)
            text.Append(", order = \"").Append(Name(Elements.Order)).Append('"');
        text.Append(')');
    }

    private static string Name(NestedSetOrder order) => order switch
    {
        NestedSetOrder.Postorder => "postorder",
        NestedSetOrder.Preorder => "preorder",
        NestedSetOrder.Topological => "topological",
        _ => "default",
    };
}
