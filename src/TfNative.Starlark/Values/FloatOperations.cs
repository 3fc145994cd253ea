using System.Numerics;

namespace TfNative.Starlark;

/// <summary>Arithmetic on floats where it differs from C#'s.</summary>
internal static class FloatOperations
{
    /// <summary>NaN equals itself, so that the order of floats is total.</summary>
    public static bool AreEqual(double a, double b) => a == b || (double.IsNaN(a) && double.IsNaN(b));

    /// <summary>A total order with NaN above everything.</summary>
    public static int Compare(double a, double b)
    {
        if (a < b)
            return -1;
        if (a > b)
            return 1;
        return a == b ? 0 : double.IsNaN(a).CompareTo(double.IsNaN(b));
    }

    public static double Divide(double a, double b) =>
        b == 0 ? throw StarlarkException.Create("floating-point division by zero") : a / b;

    public static double FloorDivide(double a, double b) =>
        b == 0 ? throw StarlarkException.Create("integer division by zero") : Math.Floor(a / b);

    /// <summary>The remainder has the sign of the divisor.</summary>
    public static double Modulo(double a, double b)
    {
        if (b == 0)
            throw StarlarkException.Create("floating-point modulo by zero");
        double remainder = a % b;
        return remainder != 0 && (remainder < 0) != (b < 0) ? remainder + b : remainder;
    }

    /// <summary>Rounds to even, as all of Starlark's arithmetic does; the conversion of BigInteger cuts off.</summary>
    private static double Nearest(BigInteger value)
    {
        BigInteger size = BigInteger.Abs(value);
        int excess = (int)Math.Max(0, size.GetBitLength() - 64);
        var leading = (ulong)(size >> excess);
        // The lowest of 64 bits decides nothing but ties, so it can stand for all that are below.
        if ((new BigInteger(leading) << excess) != size)
            leading |= 1;
        double result = Math.ScaleB((double)leading, excess);
        return value.Sign < 0 ? -result : result;
    }

    /// <summary>The float nearest to an int; ints beyond the range of floats are an error.</summary>
    public static double FromInt(Value value)
    {
        if (value.IsSmallInt)
            return value.Bits;
        double real = Nearest(Numbers.Big(value));
        return double.IsFinite(real) ? real : throw StarlarkException.Create("int too large to convert to float");
    }
}
