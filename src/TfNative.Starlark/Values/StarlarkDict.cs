using System.Text;

namespace TfNative.Starlark;

/// <summary>A dict in insertion order.</summary>
public sealed class StarlarkDict : StarlarkObject, IReadOnlyCollection<KeyValuePair<Value, Value>>
{
    internal ValueTable Table;
    internal Mutability Mutability;

    public StarlarkDict() => Table = new ValueTable(0);

    public StarlarkDict(int capacity) => Table = new ValueTable(capacity);

    public StarlarkDict(IEnumerable<KeyValuePair<Value, Value>> entries)
        : this()
    {
        foreach (KeyValuePair<Value, Value> entry in entries)
            Table.Set(entry.Key, entry.Value);
    }

    public override string TypeName => "dict";

    internal override MethodTable? Methods => DictMethods.Table;

    public int Count => Table.Count;

    public override int Length => Count;

    public override bool Truth => Count > 0;

    public override bool IsHashable => false;

    public bool IsFrozen => Mutability.IsFrozen;

    public IEnumerable<Value> Keys
    {
        get
        {
            for (int i = 0; i < Table.End; i++)
            {
                if (Table.IsLive(i))
                    yield return Table.KeyAt(i);
            }
        }
    }

    /// <summary>The value of a key; setting it is an exception when the dict is frozen or the key cannot be hashed.</summary>
    public Value this[Value key]
    {
        get => TryGetValue(key, out Value value) ? value : throw MissingKey(key);
        set
        {
            Mutability.Check("dict");
            Table.Set(key, value);
        }
    }

    public bool TryGetValue(Value key, out Value value)
    {
        int index = Table.Find(key);
        value = index < 0 ? default : Table.ValueAt(index);
        return index >= 0;
    }

    public bool ContainsKey(Value key) => Table.Find(key) >= 0;

    public bool Remove(Value key, out Value value)
    {
        Mutability.Check("dict");
        return Table.Remove(key, out value);
    }

    public void Clear()
    {
        Mutability.Check("dict");
        Table.Clear();
    }

    /// <summary>Sets all entries of another dict.</summary>
    public void Update(StarlarkDict other)
    {
        Mutability.Check("dict");
        StarlarkThread.Current?.CountSteps(other.Count);
        for (int i = 0; i < other.Table.End; i++)
        {
            if (other.Table.IsLive(i))
                Table.Set(other.Table.KeyAt(i), other.Table.ValueAt(i));
        }
    }

    public override bool TryIndex(Value key, out Value value)
    {
        value = this[key];
        return true;
    }

    public override bool TrySetIndex(Value key, Value value)
    {
        this[key] = value;
        return true;
    }

    public override bool? Contains(Value element) => ContainsKey(element);

    public override IEnumerable<Value> Iterate() => Keys;

    public override bool Equals(Value other)
    {
        if (ReferenceEquals(this, other.Ref))
            return true;
        if (other.Ref is not StarlarkDict dict || dict.Count != Count)
            return false;
        foreach (KeyValuePair<Value, Value> entry in this)
        {
            if (!dict.TryGetValue(entry.Key, out Value value) || !value.Equals(entry.Value))
                return false;
        }
        return true;
    }

    public override void AppendRepr(StringBuilder text)
    {
        text.Append('{');
        bool first = true;
        foreach (KeyValuePair<Value, Value> entry in this)
        {
            if (!first)
                text.Append(", ");
            first = false;
            entry.Key.AppendRepr(text);
            text.Append(": ");
            entry.Value.AppendRepr(text);
        }
        text.Append('}');
    }

    public override void Freeze()
    {
        if (!Mutability.Freeze())
            return;
        foreach (KeyValuePair<Value, Value> entry in this)
        {
            entry.Key.Freeze();
            entry.Value.Freeze();
        }
    }

    public IEnumerator<KeyValuePair<Value, Value>> GetEnumerator()
    {
        for (int i = 0; i < Table.End; i++)
        {
            if (Table.IsLive(i))
                yield return new(Table.KeyAt(i), Table.ValueAt(i));
        }
    }

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    internal static StarlarkException MissingKey(Value key) =>
        StarlarkException.Create($"key {Shorten(key.Repr())} not found in dictionary");

    private static string Shorten(string text) => text.Length > 200 ? text[..200] + "..." : text;
}
