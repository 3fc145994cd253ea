namespace TfNative.Starlark;

/// <summary>
/// Merge sort: stable, and with an order of comparisons that tolerates any comparison result, because the order of a
/// host's values may be wrong. Reversed sorting keeps equal elements in their order too.
/// </summary>
internal static class StableSort
{
    private const int RunLength = 16;

    /// <summary>The items in the order of their keys; neither array is changed.</summary>
    public static Value[] Sort(Value[] items, Value[] keys, bool reverse)
    {
        int count = items.Length;
        var entries = new Entry[count];
        for (int i = 0; i < count; i++)
            entries[i] = new Entry { Key = keys[i], Item = items[i] };
        for (int start = 0; start < count; start += RunLength)
            SortRun(entries, start, Math.Min(start + RunLength, count), reverse);
        var other = new Entry[count];
        for (long width = RunLength; width < count; width *= 2)
        {
            for (long start = 0; start < count; start += 2 * width)
            {
                int middle = (int)Math.Min(start + width, count);
                int end = (int)Math.Min(start + (2 * width), count);
                Merge(entries, other, (int)start, middle, end, reverse);
            }
            (entries, other) = (other, entries);
            StarlarkThread.Current?.CountSteps(count >> 3);
        }
        var result = new Value[count];
        for (int i = 0; i < count; i++)
            result[i] = entries[i].Item;
        return result;
    }

    private static void SortRun(Entry[] entries, int start, int end, bool reverse)
    {
        for (int i = start + 1; i < end; i++)
        {
            Entry entry = entries[i];
            int j = i;
            while (j > start && Before(entry.Key, entries[j - 1].Key, reverse))
            {
                entries[j] = entries[j - 1];
                j--;
            }
            entries[j] = entry;
        }
    }

    private static void Merge(Entry[] from, Entry[] to, int start, int middle, int end, bool reverse)
    {
        int left = start, right = middle;
        for (int i = start; i < end; i++)
        {
            bool takeRight = left >= middle || (right < end && Before(from[right].Key, from[left].Key, reverse));
            to[i] = takeRight ? from[right++] : from[left++];
        }
    }

    private static bool Before(Value a, Value b, bool reverse)
    {
        int order = Comparison.Compare(a, b);
        return reverse ? order > 0 : order < 0;
    }

    private struct Entry
    {
        public Value Key;
        public Value Item;
    }
}
