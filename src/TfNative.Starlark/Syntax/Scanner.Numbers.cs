using System.Globalization;
using System.Numerics;

namespace TfNative.Starlark;

/// <summary>Int literals (decimal, 0x, 0o, of any size) and float literals.</summary>
internal sealed partial class Scanner
{
    private void ScanNumber(ref Token token)
    {
        int start = position;
        char second = (char)(Peek(1) | 0x20);
        if (text[start] == '0' && second is 'x' or 'o')
        {
            ScanRadix(ref token, second);
            return;
        }
        SkipDigits();
        bool isFloat = false;
        if (Current == '.')
        {
            isFloat = true;
            position++;
            SkipDigits();
        }
        if (Current is 'e' or 'E' && (char.IsAsciiDigit(Peek(1)) || (Peek(1) is '+' or '-' && char.IsAsciiDigit(Peek(2)))))
        {
            isFloat = true;
            position += 2;
            SkipDigits();
        }
        // What follows may be a word: `0in x` is three tokens.
        ReadOnlySpan<char> digits = text.AsSpan(start, position - start);
        if (isFloat)
            SetFloat(ref token, digits);
        else if (digits[0] == '0' && digits.ContainsAnyExcept('0'))
            Invalid(ref token, start, $"invalid octal literal: {digits}, write 0o{digits.TrimStart('0')}");
        else
            SetInt(ref token, digits);
    }

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Current))
            position++;
    }

    private void SetFloat(ref Token token, ReadOnlySpan<char> digits)
    {
        double value = double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(value))
        {
            Invalid(ref token, token.Start, "floating-point literal too large");
            return;
        }
        token.Kind = TokenKind.Float;
        token.Number = BitConverter.DoubleToInt64Bits(value);
    }

    private void SetInt(ref Token token, ReadOnlySpan<char> digits)
    {
        token.Kind = TokenKind.Int;
        if (long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out token.Number))
            return;
        // Decimal conversion takes quadratic time; no program means such a number.
        if (digits.Length > 10_000)
            Invalid(ref token, token.Start, "int literal too long");
        else
            token.Value = BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private void ScanRadix(ref Token token, char radix)
    {
        int start = position;
        position += 2;
        int bits = radix == 'x' ? 4 : 3;
        long value = 0;
        bool big = false;
        int digitsStart = position;
        while (char.IsAsciiHexDigit(Current))
        {
            int digit = Convert.ToInt32(Current.ToString(), 16);
            if (digit >= 1 << bits)
                break;
            big |= value >> (62 - bits) != 0;
            value = (value << bits) | (long)digit;
            position++;
        }
        if (position == digitsStart || char.IsAsciiDigit(Current))
        {
            BadNumber(ref token, start);
            return;
        }
        token.Kind = TokenKind.Int;
        token.Number = value;
        if (big)
            SetBigRadix(ref token, text.AsSpan(digitsStart, position - digitsStart), bits);
    }

    private void SetBigRadix(ref Token token, ReadOnlySpan<char> digits, int bits)
    {
        if (digits.Length > 10_000)
        {
            Invalid(ref token, token.Start, "int literal too long");
            return;
        }
        BigInteger value = BigInteger.Zero;
        foreach (char c in digits)
            value = (value << bits) + (char.IsAsciiDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
        if (value <= long.MaxValue)
            token.Number = (long)value;
        else
            token.Value = value;
    }

    private void BadNumber(ref Token token, int start)
    {
        while (position < text.Length && IsWordPart(Current))
            position++;
        int length = Math.Min(position - start, 40);
        Invalid(ref token, start, $"invalid number literal: {text.AsSpan(start, length)}");
    }
}
