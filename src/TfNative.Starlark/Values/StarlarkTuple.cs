using System.Text;

namespace TfNative.Starlark;

/// <summary>An immutable sequence.</summary>
public sealed class StarlarkTuple : StarlarkSequence
{
    private readonly Value[] items;
    private bool frozen;

    private StarlarkTuple(Value[] items) => this.items = items;

    public static StarlarkTuple Empty { get; } = new([]);

    public override string TypeName => "tuple";

    public override int Count => items.Length;

    public override ReadOnlySpan<Value> Span => items;

    public override bool IsHashable
    {
        get
        {
            Recursion.Check();
            foreach (Value item in items)
            {
                if (!item.IsHashable)
                    return false;
            }
            return true;
        }
    }

    public static StarlarkTuple Create(params ReadOnlySpan<Value> items) => items.Length == 0 ? Empty : new(items.ToArray());

    public static StarlarkTuple Create(IEnumerable<Value> items) => Wrap([.. items]);

    /// <summary>A tuple of this very array, which must not change any more.</summary>
    internal static StarlarkTuple Wrap(Value[] items) => items.Length == 0 ? Empty : new(items);

    public override void AppendRepr(StringBuilder text)
    {
        text.Append('(');
        AppendElements(text);
        text.Append(Count == 1 ? ",)" : ")");
    }

    public override int Hash()
    {
        int hash = items.Length;
        foreach (Value item in items)
            hash = (hash * 31) + item.GetHashCode();
        return hash;
    }

    public override void Freeze()
    {
        if (frozen)
            return;
        frozen = true;
        foreach (Value item in items)
            item.Freeze();
    }

    internal Value[] Items => items;
}
