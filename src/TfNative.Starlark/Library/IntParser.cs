using System.Globalization;
using System.Numerics;

namespace TfNative.Starlark;

/// <summary><c>int(text, base)</c></summary>
internal static class IntParser
{
    public static Value Parse(string text, long radix)
    {
        if (radix != 0 && radix is < 2 or > 36)
            throw StarlarkException.Create($"invalid base {radix} (want 2 <= base <= 36)");
        if (text.Length == 0)
            throw StarlarkException.Create("empty string");
        ReadOnlySpan<char> digits = text;
        bool negative = digits[0] == '-';
        if (digits[0] is '+' or '-')
            digits = digits[1..];
        int effective = (int)radix;
        int prefixed = PrefixRadix(digits);
        if (prefixed != 0 && (radix == 0 || radix == prefixed))
        {
            effective = prefixed;
            digits = digits[2..];
        }
        else if (radix == 0)
        {
            effective = 10;
            if (digits.Length > 1 && digits[0] == '0' && digits.ContainsAnyExcept('0'))
                throw StarlarkException.Create($"cannot infer base when string begins with a 0: {((Value)text).Repr()}");
        }
        if (digits.Length == 0 || !TryParse(digits, effective, out Value value))
            throw StarlarkException.Create($"invalid base-{effective} literal: {((Value)text).Repr()} (invalid literal with base {effective})");
        return negative ? IntOperations.Negate(value) : value;
    }

    private static int PrefixRadix(ReadOnlySpan<char> digits)
    {
        if (digits.Length < 2 || digits[0] != '0')
            return 0;
        return (char)(digits[1] | 0x20) switch
        {
            'b' => 2,
            'o' => 8,
            'x' => 16,
            _ => 0,
        };
    }

    private static bool TryParse(ReadOnlySpan<char> digits, int radix, out Value value)
    {
        value = default;
        foreach (char c in digits)
        {
            if (Digit(c) >= radix)
                return false;
        }
        if (digits.Length <= 12)
        {
            long small = 0;
            foreach (char c in digits)
                small = (small * radix) + Digit(c);
            value = small;
            return true;
        }
        if (digits.Length > Limits.Current.MaxIntBits / 3)
            throw Limits.IntTooLarge();
        StarlarkThread.Current?.CountSteps((long)digits.Length * digits.Length >> 10);
        value = radix == 10 ? BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) : Accumulate(digits, radix);
        return true;
    }

    private static BigInteger Accumulate(ReadOnlySpan<char> digits, int radix)
    {
        BigInteger big = BigInteger.Zero;
        foreach (char c in digits)
            big = (big * radix) + Digit(c);
        return big;
    }

    private static int Digit(char c)
    {
        if (char.IsAsciiDigit(c))
            return c - '0';
        return char.IsAsciiLetter(c) ? (c | 0x20) - 'a' + 10 : 99;
    }
}
