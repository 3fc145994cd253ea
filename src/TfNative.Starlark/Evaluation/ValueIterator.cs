using System.Runtime.CompilerServices;

namespace TfNative.Starlark;

/// <summary>
/// Iterates over any iterable without an allocation for the library's own types, and keeps collections from being
/// changed meanwhile. Every <see cref="Begin"/> needs an <see cref="End"/>.
/// </summary>
internal struct ValueIterator
{
    private readonly object source;
    private readonly IEnumerator<Value>? enumerator;
    private long index;

    private ValueIterator(object source, IEnumerator<Value>? enumerator)
    {
        this.source = source;
        this.enumerator = enumerator;
    }

    public static ValueIterator Begin(Value iterable)
    {
        switch (iterable.Ref)
        {
            case StarlarkList list:
                list.Mutability.BeginIteration();
                return new ValueIterator(list, null);
            case StarlarkDict dict:
                dict.Mutability.BeginIteration();
                return new ValueIterator(dict, null);
            case StarlarkSet set:
                set.Mutability.BeginIteration();
                return new ValueIterator(set, null);
            case StarlarkTuple or StarlarkRange:
                return new ValueIterator(iterable.Ref, null);
            case StarlarkObject host when host.Iterate() is { } elements:
                return new ValueIterator(host, elements.GetEnumerator());
            default:
                throw StarlarkException.Create($"type '{iterable.TypeName}' is not iterable");
        }
    }

    public bool MoveNext(out Value value)
    {
        switch (source)
        {
            case StarlarkRange range:
                value = Value.FromInt(range.At(index));
                return index++ < range.LongLength;
            case StarlarkList list:
                if (index >= list.Count)
                    break;
                value = list.Span[(int)index++];
                return true;
            case StarlarkTuple tuple:
                if (index >= tuple.Count)
                    break;
                value = tuple.Items[index++];
                return true;
            case StarlarkDict dict:
                return NextKey(ref dict.Table, out value);
            case StarlarkSet set:
                return NextKey(ref set.Table, out value);
            default:
                if (!enumerator!.MoveNext())
                    break;
                value = enumerator.Current;
                return true;
        }
        value = default;
        return false;
    }

    /// <summary>
    /// After the body of a loop: when the element has become a key meanwhile, the list keeps its hash, so that the next
    /// loop over the same strings need not compute it.
    /// </summary>
    /// <param name="element">What the loop variable got.</param>
    /// <param name="variable">What it holds now.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void KeepHash(Value element, Value variable)
    {
        if (element.Bits == 0 && variable.Bits != 0 && element.Ref is string && source is StarlarkList list)
            list.KeepHash((int)index - 1, variable);
    }

    public readonly void End()
    {
        switch (source)
        {
            case StarlarkList list: list.Mutability.EndIteration(); break;
            case StarlarkDict dict: dict.Mutability.EndIteration(); break;
            case StarlarkSet set: set.Mutability.EndIteration(); break;
            default: enumerator?.Dispose(); break;
        }
    }

    private bool NextKey(ref ValueTable table, out Value value)
    {
        while (index < table.End && !table.IsLive((int)index))
            index++;
        bool found = index < table.End;
        value = found ? table.KeyAt((int)index) : default;
        index++;
        return found;
    }
}
