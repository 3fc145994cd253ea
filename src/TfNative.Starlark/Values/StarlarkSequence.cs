using System.Text;

namespace TfNative.Starlark;

/// <summary>What lists and tuples share: elements in an array, indexing, comparison, printing.</summary>
public abstract class StarlarkSequence : StarlarkObject, IReadOnlyList<Value>
{
    private protected StarlarkSequence()
    {
    }

    public abstract int Count { get; }

    /// <summary>The elements; not valid any more once a list has been changed.</summary>
    public abstract ReadOnlySpan<Value> Span { get; }

    public Value this[int index] => Span[index];

    public override int Length => Count;

    public override bool Truth => Count > 0;

    public override bool TryIndex(Value key, out Value value)
    {
        value = Span[Indexing.Index(key, Count)];
        return true;
    }

    public override bool? Contains(Value element)
    {
        StarlarkThread.Current?.CountSteps(Count >> 4);
        for (int i = 0; i < Count; i++)
        {
            if (Comparison.AreEqual(element, Span[i]))
                return true;
        }
        return false;
    }

    public override IEnumerable<Value> Iterate() => this;

    public override bool Equals(Value other)
    {
        if (ReferenceEquals(this, other.Ref))
            return true;
        if (other.Ref is not StarlarkSequence sequence || sequence.GetType() != GetType() || sequence.Count != Count)
            return false;
        for (int i = 0; i < Count; i++)
        {
            if (!Span[i].Equals(sequence.Span[i]))
                return false;
        }
        return true;
    }

    public override int? CompareTo(Value other)
    {
        if (other.Ref is not StarlarkSequence sequence || sequence.GetType() != GetType())
            return null;
        ReadOnlySpan<Value> left = Span, right = sequence.Span;
        int count = Math.Min(left.Length, right.Length);
        for (int i = 0; i < count; i++)
        {
            Value a = left[i], b = right[i];
            if (a.IsSmallInt && b.IsSmallInt)
            {
                if (a.Bits != b.Bits)
                    return a.Bits.CompareTo(b.Bits);
            }
            else if (!a.Equals(b))
            {
                return Comparison.Compare(a, b);
            }
        }
        return left.Length.CompareTo(right.Length);
    }

    public IEnumerator<Value> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
            yield return Span[i];
    }

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    private protected void AppendElements(StringBuilder text)
    {
        for (int i = 0; i < Count; i++)
        {
            if (i > 0)
                text.Append(", ");
            Span[i].AppendRepr(text);
        }
    }
}
