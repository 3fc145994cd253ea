namespace TfNative.Starlark;

/// <summary>Indexes and slices as Python has them: negative ones count from the end.</summary>
internal static class Indexing
{
    public static int Index(Value key, int length, string what = "sequence") => (int)LongIndex(key, length, what);

    public static long LongIndex(Value key, long length, string what = "sequence")
    {
        if (!key.TryGetInt(out long index))
        {
            if (!key.IsInt)
                throw StarlarkException.Create($"got {key.TypeName} for {what} index, want int");
            throw StarlarkException.Create($"index out of range (index is {key}, but sequence has {length} elements)");
        }
        long actual = index < 0 ? index + length : index;
        if (actual < 0 || actual >= length)
            throw StarlarkException.Create($"index out of range (index is {index}, but sequence has {length} elements)");
        return actual;
    }

    /// <summary>The optional start and end of a method such as find: out of range is clamped.</summary>
    public static (int Start, int End) Range(Value start, Value end, int length)
    {
        long from = start.IsNone || start.IsUnbound ? 0 : Clamp(Bound(start, "start"), length);
        long to = end.IsNone || end.IsUnbound ? length : Clamp(Bound(end, "end"), length);
        return ((int)from, (int)Math.Max(from, to));
    }

    private static long Clamp(long index, long length) => Math.Clamp(index < 0 ? index + length : index, 0, length);

    /// <summary>An int or what it is worth when it is beyond 64 bits: far out of range.</summary>
    public static long Bound(Value value, string what)
    {
        if (value.TryGetInt(out long bound))
            return Math.Clamp(bound, long.MinValue / 4, long.MaxValue / 4);
        if (value.TryGetBigInteger(out System.Numerics.BigInteger big))
            return big.Sign * (long.MaxValue / 4);
        throw StarlarkException.Create($"got {value.TypeName} for {what} index, want int");
    }
}
