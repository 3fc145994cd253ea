using System.Globalization;
using System.Numerics;

namespace TfNative.Starlark;

/// <summary>Arithmetic on ints of any size: 64 bits first, BigInteger when they do not suffice.</summary>
internal static class IntOperations
{
    public static Value Add(Value a, Value b)
    {
        if (a.IsSmallInt && b.IsSmallInt)
        {
            long sum = unchecked(a.Bits + b.Bits);
            if (((a.Bits ^ sum) & (b.Bits ^ sum)) >= 0)
                return Value.FromInt(sum);
        }
        return Check(Numbers.Big(a) + Numbers.Big(b));
    }

    public static Value Subtract(Value a, Value b)
    {
        if (a.IsSmallInt && b.IsSmallInt)
        {
            long difference = unchecked(a.Bits - b.Bits);
            if (((a.Bits ^ b.Bits) & (a.Bits ^ difference)) >= 0)
                return Value.FromInt(difference);
        }
        return Check(Numbers.Big(a) - Numbers.Big(b));
    }

    public static Value Multiply(Value a, Value b)
    {
        if (a.IsSmallInt && b.IsSmallInt)
        {
            long high = Math.BigMul(a.Bits, b.Bits, out long low);
            if (high == low >> 63)
                return Value.FromInt(low);
        }
        BigInteger x = Numbers.Big(a), y = Numbers.Big(b);
        CheckBits(x.GetBitLength() + y.GetBitLength());
        StarlarkThread.Current?.CountSteps((x.GetBitLength() >> 6) * (y.GetBitLength() >> 6) >> 8);
        return Value.FromBigInteger(x * y);
    }

    /// <summary>Rounds towards negative infinity.</summary>
    public static Value FloorDivide(Value a, Value b)
    {
        if (b.IsSmallInt && b.Bits == 0)
            throw StarlarkException.Create("integer division by zero");
        if (a.IsSmallInt && b.IsSmallInt && b.Bits != -1)
        {
            (long quotient, long remainder) = Math.DivRem(a.Bits, b.Bits);
            return Value.FromInt(remainder != 0 && (remainder < 0) != (b.Bits < 0) ? quotient - 1 : quotient);
        }
        BigInteger divisor = Numbers.Big(b);
        BigInteger result = BigInteger.DivRem(Numbers.Big(a), divisor, out BigInteger rest);
        return Value.FromBigInteger(!rest.IsZero && rest.Sign != divisor.Sign ? result - 1 : result);
    }

    /// <summary>The result has the sign of the divisor.</summary>
    public static Value Modulo(Value a, Value b)
    {
        if (b.IsSmallInt && b.Bits == 0)
            throw StarlarkException.Create("integer modulo by zero");
        if (a.IsSmallInt && b.IsSmallInt)
        {
            long remainder = b.Bits == -1 ? 0 : a.Bits % b.Bits;
            return Value.FromInt(remainder != 0 && (remainder < 0) != (b.Bits < 0) ? remainder + b.Bits : remainder);
        }
        BigInteger divisor = Numbers.Big(b);
        BigInteger rest = BigInteger.Remainder(Numbers.Big(a), divisor);
        return Value.FromBigInteger(!rest.IsZero && rest.Sign != divisor.Sign ? rest + divisor : rest);
    }

    public static Value And(Value a, Value b) =>
        a.IsSmallInt && b.IsSmallInt ? Value.FromInt(a.Bits & b.Bits) : Value.FromBigInteger(Numbers.Big(a) & Numbers.Big(b));

    public static Value Or(Value a, Value b) =>
        a.IsSmallInt && b.IsSmallInt ? Value.FromInt(a.Bits | b.Bits) : Value.FromBigInteger(Numbers.Big(a) | Numbers.Big(b));

    public static Value Xor(Value a, Value b) =>
        a.IsSmallInt && b.IsSmallInt ? Value.FromInt(a.Bits ^ b.Bits) : Value.FromBigInteger(Numbers.Big(a) ^ Numbers.Big(b));

    public static Value ShiftLeft(Value a, Value b)
    {
        CheckShift(b);
        BigInteger value = Numbers.Big(a);
        if (value.IsZero)
            return a;
        if (b.Bits > Limits.Current.MaxShiftCount)
            throw StarlarkException.Create($"shift count too large: {b}", StarlarkErrors.Limit);
        CheckBits(value.GetBitLength() + b.Bits);
        return Value.FromBigInteger(value << (int)b.Bits);
    }

    public static Value ShiftRight(Value a, Value b)
    {
        CheckShift(b);
        return a.IsSmallInt
            ? Value.FromInt(a.Bits >> (int)Math.Min(63, b.Bits))
            : Value.FromBigInteger(Numbers.Big(a) >> (int)b.Bits);
    }

    public static Value Negate(Value a) =>
        a.IsSmallInt && a.Bits != long.MinValue ? Value.FromInt(-a.Bits) : Value.FromBigInteger(-Numbers.Big(a));

    public static Value Invert(Value a) =>
        a.IsSmallInt ? Value.FromInt(~a.Bits) : Value.FromBigInteger(-Numbers.Big(a) - 1);

    /// <summary>Decimal digits; counted against the steps because the conversion of long numbers is slow.</summary>
    public static string ToDecimal(BigInteger value)
    {
        long words = value.GetBitLength() >> 6;
        StarlarkThread.Current?.CountSteps(words * words >> 8);
        return value.ToString(CultureInfo.InvariantCulture);
    }

    private static Value Check(BigInteger value)
    {
        CheckBits(value.GetBitLength());
        return Value.FromBigInteger(value);
    }

    private static void CheckBits(long bits)
    {
        if (bits > Limits.Current.MaxIntBits)
            throw Limits.IntTooLarge();
    }

    private static void CheckShift(Value count)
    {
        if (!count.TryGetInt(out long places) || places is < int.MinValue or > int.MaxValue)
            throw StarlarkException.Create($"got {count} for shift count, want value in signed 32-bit range", StarlarkErrors.Limit);
        if (Numbers.Big(count).Sign < 0)
            throw StarlarkException.Create($"negative shift count: {count}");
    }
}
