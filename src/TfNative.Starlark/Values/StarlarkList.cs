using System.Text;

namespace TfNative.Starlark;

/// <summary>A list. Host code may build one freely; once it is frozen, every change is an exception.</summary>
public sealed class StarlarkList : StarlarkSequence
{
    private Value[] items;
    private int count;
    internal Mutability Mutability;

    public StarlarkList() => items = [];

    public StarlarkList(int capacity) => items = capacity == 0 ? [] : new Value[capacity];

    public StarlarkList(IEnumerable<Value> values)
    {
        items = [.. values];
        count = items.Length;
    }

    public StarlarkList(ReadOnlySpan<Value> values)
    {
        items = values.ToArray();
        count = items.Length;
    }

    private StarlarkList(Value[] items, int count)
    {
        this.items = items;
        this.count = count;
    }

    public override string TypeName => "list";

    internal override MethodTable? Methods => ListMethods.Table;

    public override int Count => count;

    public override ReadOnlySpan<Value> Span => items.AsSpan(0, count);

    public override bool IsHashable => false;

    public bool IsFrozen => Mutability.IsFrozen;

    /// <summary>A list that takes over the array.</summary>
    internal static StarlarkList Wrap(Value[] items) => new(items, items.Length);

    /// <summary>A list of strings, for host code.</summary>
    public static StarlarkList OfStrings(IEnumerable<string> values)
    {
        var list = new StarlarkList();
        foreach (string value in values)
            list.Add(value);
        return list;
    }

    public void Add(Value value)
    {
        Mutability.Check("list");
        AddUnchecked(value);
    }

    internal void AddUnchecked(Value value)
    {
        Value[] room = items;
        int index = count;
        if ((uint)index >= (uint)room.Length)
        {
            Grow(index + 1);
            room = items;
        }
        Value.Store(ref room[index], value);
        count = index + 1;
    }

    public void AddRange(ReadOnlySpan<Value> values)
    {
        Mutability.Check("list");
        Limits.CheckListLength((long)count + values.Length);
        if (count + values.Length > items.Length)
        {
            // The span may be of this very list: it stays valid because growing copies.
            Grow(count + values.Length);
        }
        values.CopyTo(items.AsSpan(count));
        count += values.Length;
    }

    public void AddRange(IEnumerable<Value> values)
    {
        Mutability.Check("list");
        foreach (Value value in values)
            Add(value);
    }

    public void Insert(int index, Value value)
    {
        Mutability.Check("list");
        if (count == items.Length)
            Grow(count + 1);
        Array.Copy(items, index, items, index + 1, count - index);
        items[index] = value;
        count++;
    }

    public void RemoveAt(int index)
    {
        Mutability.Check("list");
        count--;
        Array.Copy(items, index + 1, items, index, count - index);
        items[count] = default;
    }

    public void Clear()
    {
        Mutability.Check("list");
        items = [];
        count = 0;
    }

    public void Set(int index, Value value)
    {
        Mutability.Check("list");
        items[index] = value;
    }

    public override bool TrySetIndex(Value key, Value value)
    {
        Mutability.Check("list");
        items[Indexing.Index(key, count)] = value;
        return true;
    }

    public override void AppendRepr(StringBuilder text)
    {
        text.Append('[');
        AppendElements(text);
        text.Append(']');
    }

    public override void Freeze()
    {
        if (!Mutability.Freeze())
            return;
        foreach (Value item in Span)
            item.Freeze();
    }

    /// <summary>Keeps the hash that an element, a string, got as a key: see <see cref="Value.WithHash"/>. Harmless when frozen.</summary>
    internal void KeepHash(int index, Value hashed)
    {
        if ((uint)index < (uint)count && ReferenceEquals(items[index].Ref, hashed.Ref))
            Value.Store(ref items[index], hashed);
    }

    /// <summary>The elements for sorting and slicing in place; the caller has checked that the list may change.</summary>
    internal Span<Value> MutableSpan => items.AsSpan(0, count);

    /// <summary>Makes room for that many more elements, unless the number is large or unknown.</summary>
    internal void Reserve(int more)
    {
        const int Largest = 64 * 1024;
        if (more is > 0 and < Largest && count + more > items.Length)
            Array.Resize(ref items, count == 0 ? more : Math.Max(count + more, items.Length * 2));
    }

    private void Grow(int needed)
    {
        Limits.CheckListLength(needed);
        Array.Resize(ref items, Math.Max(needed, Math.Max(4, items.Length * 2)));
    }
}
