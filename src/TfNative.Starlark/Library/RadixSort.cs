using System.Numerics;

namespace TfNative.Starlark;

/// <summary>Sorts ints byte by byte: their number times the bytes in which they differ, however they are arranged.</summary>
internal static class RadixSort
{
    private const int FewKeys = 64;
    private const int MostPasses = 4;

    /// <summary>The same numbers in ascending order; the array given may be overwritten.</summary>
    public static long[] Sort(long[] keys)
    {
        long least = long.MaxValue, most = long.MinValue;
        foreach (long key in keys)
        {
            least = Math.Min(least, key);
            most = Math.Max(most, key);
        }
        int bits = 64 - BitOperations.LeadingZeroCount(unchecked((ulong)most - (ulong)least));
        if (keys.Length < FewKeys || bits > MostPasses * 8)
        {
            Array.Sort(keys);
            return keys;
        }
        long[] from = keys, to = new long[keys.Length];
        Span<int> starts = stackalloc int[256];
        for (int shift = 0; shift < bits; shift += 8)
        {
            Pass(from, to, least, shift, starts);
            (from, to) = (to, from);
        }
        return from;
    }

    private static void Pass(long[] from, long[] to, long least, int shift, Span<int> starts)
    {
        starts.Clear();
        foreach (long key in from)
            starts[Digit(key, least, shift)]++;
        int next = 0;
        foreach (ref int start in starts)
        {
            int count = start;
            start = next;
            next += count;
        }
        foreach (long key in from)
            to[starts[Digit(key, least, shift)]++] = key;
    }

    private static byte Digit(long key, long least, int shift) => unchecked((byte)(((ulong)key - (ulong)least) >> shift));
}
