namespace TfNative.Starlark;

/// <summary>
/// Stable sorting of values by keys. Keys that are all small ints or all strings, as nearly always, are compared
/// without looking at their types each time.
/// </summary>
internal static class StableSort
{
    /// <summary>The items in the order of their keys; neither array is changed.</summary>
    public static Value[] Sort(Value[] items, Value[] keys, bool reverse)
    {
        bool ints = true, strings = true;
        foreach (Value key in keys)
        {
            ints &= key.IsSmallInt;
            strings &= key.Ref is string;
        }
        if (ints)
            return SortInts(items, keys, reverse);
        if (strings)
            return Sort(items, PrefixedString.Of(keys), default(PrefixedString.Order), reverse);
        return Sort(items, keys, default(ValueOrder), reverse);
    }

    private static Value[] SortInts(Value[] items, Value[] keys, bool reverse)
    {
        var numbers = new long[keys.Length];
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = keys[i].Bits;
        if (!ReferenceEquals(items, keys))
            return Sort(items, numbers, default(IntOrder), reverse);
        // Equal ints cannot be told apart, so stability does not matter.
        numbers = RadixSort.Sort(numbers);
        if (reverse)
            Array.Reverse(numbers);
        var sorted = new Value[numbers.Length];
        for (int i = 0; i < sorted.Length; i++)
            sorted[i] = Value.FromInt(numbers[i]);
        return sorted;
    }

    private static Value[] Sort<TKey, TOrder>(Value[] items, TKey[] keys, TOrder order, bool reverse)
        where TOrder : struct, IOrder<TKey>
    {
        var indexes = new int[items.Length];
        for (int i = 0; i < indexes.Length; i++)
            indexes[i] = i;
        new MergeSort<TKey, TOrder>(keys, order, reverse).Run(indexes);
        var sorted = new Value[items.Length];
        for (int i = 0; i < sorted.Length; i++)
            sorted[i] = items[indexes[i]];
        return sorted;
    }

    private readonly struct IntOrder : IOrder<long>
    {
        public int Compare(long a, long b) => a.CompareTo(b);
    }

    private readonly struct ValueOrder : IOrder<Value>
    {
        public int Compare(Value a, Value b) => Comparison.Compare(a, b);
    }
}

/// <summary>An order as a type of its own, so that the sort is compiled for it.</summary>
internal interface IOrder<T>
{
    int Compare(T a, T b);
}
