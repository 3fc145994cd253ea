using System.Numerics;

namespace TfNative.Starlark;

/// <summary>Comparing and hashing ints and floats, which are equal when their numeric values are.</summary>
internal static class Numbers
{
    public static bool AreEqual(Value a, Value b)
    {
        if (a.IsFloat && b.IsFloat)
            return FloatOperations.AreEqual(a.AsDouble, b.AsDouble);
        if (a.IsFloat)
            return CompareToInt(a.AsDouble, b) == 0;
        if (b.IsFloat)
            return CompareToInt(b.AsDouble, a) == 0;
        return Big(a) == Big(b);
    }

    public static int Compare(Value a, Value b)
    {
        if (a.IsSmallInt && b.IsSmallInt)
            return a.Bits.CompareTo(b.Bits);
        if (a.IsFloat && b.IsFloat)
            return FloatOperations.Compare(a.AsDouble, b.AsDouble);
        if (a.IsFloat)
            return CompareToInt(a.AsDouble, b);
        if (b.IsFloat)
            return -CompareToInt(b.AsDouble, a);
        return Big(a).CompareTo(Big(b));
    }

    public static BigInteger Big(Value value) => value.Ref is BigInteger big ? big : value.Bits;

    public static int Hash(long value) => (int)((ulong)(value * unchecked((long)0x9E3779B97F4A7C15UL)) >> 32);

    public static int Hash(BigInteger value) => value.GetHashCode();

    public static int Hash(double value)
    {
        if (double.IsFinite(value) && Math.Floor(value) == value)
            return Math.Abs(value) < 9e18 ? Hash((long)value) : HashBig(new BigInteger(value));
        return value.GetHashCode();
    }

    private static int HashBig(BigInteger value) =>
        value >= long.MinValue && value <= long.MaxValue ? Hash((long)value) : Hash(value);

    /// <summary>Exact: neither side is rounded. NaN is above every number.</summary>
    private static int CompareToInt(double real, Value integer)
    {
        if (double.IsNaN(real))
            return 1;
        if (double.IsInfinity(real))
            return real > 0 ? 1 : -1;
        double floor = Math.Floor(real);
        int order = new BigInteger(floor).CompareTo(Big(integer));
        return order != 0 ? order : real > floor ? 1 : 0;
    }
}
