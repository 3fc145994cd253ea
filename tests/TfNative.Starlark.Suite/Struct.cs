using System.Text;

namespace TfNative.Starlark.Suite;

/// <summary>A value with fields, as hosts commonly define: an example of the hosting interface.</summary>
public sealed class Struct : StarlarkObject
{
    private readonly Dictionary<string, Value> fields = [];
    private bool frozen;

    /// <param name="typeName">The name that type() gives; only a "mutablestruct" lets its fields be assigned.</param>
    /// <param name="fields">Names and values.</param>
    public Struct(string typeName, ReadOnlySpan<(string Name, Value Value)> fields)
    {
        TypeName = typeName;
        foreach ((string name, Value value) in fields)
            this.fields[name] = value;
    }

    public override string TypeName { get; }

    public override IEnumerable<string> AttributeNames => fields.Keys;

    public override bool TryGetAttribute(string name, out Value value) => fields.TryGetValue(name, out value);

    public override bool TrySetAttribute(string name, Value value)
    {
        if (TypeName == "struct")
            return false;
        if (frozen)
            throw StarlarkException.Create("trying to mutate a frozen mutablestruct value", StarlarkErrors.Frozen);
        if (value.AsString() == "bad")
            throw StarlarkException.Create("bad field value");
        fields[name] = value;
        return true;
    }

    public override bool Equals(Value other)
    {
        if (other.As<Struct>() is not { } target || target.fields.Count != fields.Count)
            return false;
        foreach ((string name, Value value) in fields)
        {
            if (!target.fields.TryGetValue(name, out Value otherValue) || !value.Equals(otherValue))
                return false;
        }
        return true;
    }

    public override int Hash()
    {
        int hash = fields.Count;
        foreach ((string name, Value value) in fields)
            hash ^= ((Value)name).GetHashCode() + value.GetHashCode();
        return hash;
    }

    public override void AppendRepr(StringBuilder text)
    {
        text.Append(TypeName).Append('(');
        bool first = true;
        foreach ((string name, Value value) in fields)
        {
            text.Append(first ? "" : ", ").Append(name).Append(" = ");
            value.AppendRepr(text);
            first = false;
        }
        text.Append(')');
    }

    public override void Freeze()
    {
        if (frozen)
            return;
        frozen = true;
        foreach (Value value in fields.Values)
            value.Freeze();
    }
}
