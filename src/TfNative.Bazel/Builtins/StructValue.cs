using System.Text;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>What struct(...) and calls of providers give: named fields, of a provider or of none.</summary>
public sealed class StructValue : StarlarkObject, IProviderInstance
{
    private readonly Dictionary<string, Value> fields;

    public StructValue(IEnumerable<KeyValuePair<string, Value>> fields, ProviderType? provider = null)
    {
        this.fields = new(fields, StringComparer.Ordinal);
        Provider = provider;
    }

    /// <summary>The provider whose instance this is; null for a plain struct.</summary>
    public ProviderType? Provider { get; }

    public IReadOnlyDictionary<string, Value> Fields => fields;

    public override string TypeName => "struct";

    public override bool IsHashable => fields.Values.All(v => v.IsHashable);

    public override IEnumerable<string> AttributeNames => fields.Keys.Order(StringComparer.Ordinal);

    /// <summary>The struct() function.</summary>
    public static readonly Builtin Function = new("struct", "**kwargs", static (in CallContext c) =>
    {
        var fields = new List<KeyValuePair<string, Value>>();
        foreach ((string name, Value value) in c.KeywordArgs)
            fields.Add(new(name, value));
        return new StructValue(fields);
    });

    public override bool TryGetAttribute(string name, out Value value)
    {
        if (fields.TryGetValue(name, out value))
            return true;
        switch (name)
        {
            case "to_json":
                value = new Builtin("to_json", "", (in CallContext c) => JsonEncoder.Encode(this));
                return true;
            default:
                return false;
        }
    }

    public override void Freeze()
    {
        foreach (Value value in fields.Values)
            value.Freeze();
    }

    public override bool TryBinary(BinaryOperator op, Value left, Value right, out Value result)
    {
        if (op != BinaryOperator.Add || left.As<StructValue>() is not { } a || right.As<StructValue>() is not { } b)
        {
            result = default;
            return false;
        }

        var joined = new Dictionary<string, Value>(a.fields, StringComparer.Ordinal);
        foreach ((string name, Value value) in b.fields)
            joined[name] = value;
        result = new StructValue(joined, a.Provider);
        return true;
    }

    public override void AppendRepr(StringBuilder text)
    {
        text.Append(Provider is { } p ? p.Name : "struct").Append('(');
        text.AppendJoin(", ", AttributeNames.Select(n => $"{n} = {fields[n].Repr()}"));
        text.Append(')');
    }

    public override bool Equals(Value other) => other.As<StructValue>() is { } o && Provider == o.Provider && fields.Count == o.fields.Count
        && fields.All(f => o.fields.TryGetValue(f.Key, out Value v) && f.Value.Equals(v));

    public override int Hash()
    {
        int hash = fields.Count;
        foreach ((string name, Value value) in fields)
            hash ^= HashCode.Combine(name, value);
        return hash;
    }
}
