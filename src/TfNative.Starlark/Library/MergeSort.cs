namespace TfNative.Starlark;

/// <summary>
/// Sorts indexes by the keys they stand for. A merge sort is stable and ends whatever the comparison answers: the
/// order of a host's values may be wrong. Equal keys keep their order in a reversed sort, too.
/// </summary>
internal readonly struct MergeSort<TKey, TOrder>(TKey[] keys, TOrder order, bool reverse)
    where TOrder : struct, IOrder<TKey>
{
    private const int RunLength = 12;

    public void Run(int[] indexes)
    {
        int count = indexes.Length;
        for (int start = 0; start < count; start += RunLength)
            InsertionSort(indexes, start, Math.Min(start + RunLength, count));
        var from = indexes;
        var to = new int[count];
        for (long width = RunLength; width < count; width *= 2)
        {
            for (long start = 0; start < count; start += 2 * width)
                Merge(from, to, (int)start, (int)Math.Min(start + width, count), (int)Math.Min(start + (2 * width), count));
            (from, to) = (to, from);
            StarlarkThread.Current?.CountSteps(count >> 3);
        }
        if (!ReferenceEquals(from, indexes))
            from.CopyTo(indexes, 0);
    }

    private void InsertionSort(int[] indexes, int start, int end)
    {
        for (int i = start + 1; i < end; i++)
        {
            int index = indexes[i];
            int j = i;
            while (j > start && Before(index, indexes[j - 1]))
            {
                indexes[j] = indexes[j - 1];
                j--;
            }
            indexes[j] = index;
        }
    }

    private void Merge(int[] from, int[] to, int start, int middle, int end)
    {
        int left = start, right = middle;
        if (middle >= end || !Before(from[middle], from[middle - 1]))
        {
            Array.Copy(from, start, to, start, end - start);
            return;
        }
        for (int i = start; i < end; i++)
        {
            bool takeRight = left >= middle || (right < end && Before(from[right], from[left]));
            to[i] = takeRight ? from[right++] : from[left++];
        }
    }

    private bool Before(int a, int b)
    {
        int result = order.Compare(keys[a], keys[b]);
        return reverse ? result > 0 : result < 0;
    }
}
