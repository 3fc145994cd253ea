using System.Text;

namespace TfNative.Starlark;

/// <summary>A set in insertion order.</summary>
public sealed class StarlarkSet : StarlarkObject, IReadOnlyCollection<Value>
{
    internal ValueTable Table = new(0);
    internal Mutability Mutability;

    public StarlarkSet()
    {
    }

    public StarlarkSet(IEnumerable<Value> values)
    {
        foreach (Value value in values)
            Table.TryAdd(value, default);
    }

    public override string TypeName => "set";

    internal override MethodTable? Methods => SetMethods.Table;

    public int Count => Table.Count;

    public override int Length => Count;

    public override bool Truth => Count > 0;

    public override bool IsHashable => false;

    public bool Add(Value value)
    {
        Mutability.Check("set");
        return Table.TryAdd(value, default);
    }

    public bool Remove(Value value)
    {
        Mutability.Check("set");
        return Table.Remove(value, out _);
    }

    public bool ContainsValue(Value value) => Table.Find(value) >= 0;

    public override bool? Contains(Value element) => ContainsValue(element);

    public override IEnumerable<Value> Iterate() => this;

    public override bool Equals(Value other)
    {
        if (ReferenceEquals(this, other.Ref))
            return true;
        return other.Ref is StarlarkSet set && set.Count == Count && IsSubsetOf(set);
    }

    public bool IsSubsetOf(StarlarkSet other)
    {
        if (Count > other.Count)
            return false;
        foreach (Value value in this)
        {
            if (!other.ContainsValue(value))
                return false;
        }
        return true;
    }

    public override void AppendRepr(StringBuilder text)
    {
        text.Append(Count == 0 ? "set(" : "set([");
        bool first = true;
        foreach (Value value in this)
        {
            if (!first)
                text.Append(", ");
            first = false;
            value.AppendRepr(text);
        }
        text.Append(Count == 0 ? ")" : "])");
    }

    public override void Freeze()
    {
        if (!Mutability.Freeze())
            return;
        foreach (Value value in this)
            value.Freeze();
    }

    public IEnumerator<Value> GetEnumerator()
    {
        for (int i = 0; i < Table.End; i++)
        {
            if (Table.IsLive(i))
                yield return Table.KeyAt(i);
        }
    }

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}
