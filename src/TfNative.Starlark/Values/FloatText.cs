using System.Globalization;

namespace TfNative.Starlark;

/// <summary>The text of floats: the shortest that reads back as the same value, and always with a point or exponent.</summary>
internal static class FloatText
{
    public static string Repr(double value)
    {
        if (double.IsNaN(value))
            return "nan";
        if (double.IsInfinity(value))
            return value > 0 ? "+inf" : "-inf";
        (string digits, int exponent) = Shortest(Math.Abs(value));
        string text = exponent is >= -4 and < 17 ? Fixed(digits, exponent) : Scientific(digits, exponent);
        return double.IsNegative(value) ? "-" + text : text;
    }

    private static string Fixed(string digits, int exponent)
    {
        if (exponent < 0)
            return "0." + new string('0', -exponent - 1) + digits;
        if (digits.Length <= exponent + 1)
            return digits.PadRight(exponent + 1, '0') + ".0";
        return digits[..(exponent + 1)] + "." + digits[(exponent + 1)..];
    }

    private static string Scientific(string digits, int exponent)
    {
        string mantissa = digits.Length == 1 ? digits : digits[..1] + "." + digits[1..];
        return $"{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
    }

    /// <summary>Shortest round-trip digits without point, and the decimal exponent of the first.</summary>
    internal static (string Digits, int Exponent) Shortest(double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        int exponent = 0;
        int e = text.IndexOf('E');
        if (e >= 0)
        {
            exponent = int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            text = text[..e];
        }
        int point = text.IndexOf('.');
        if (point < 0)
            point = text.Length;
        else
            text = text.Remove(point, 1);
        int leading = 0;
        while (leading < text.Length - 1 && text[leading] == '0')
            leading++;
        string digits = text[leading..].TrimEnd('0');
        return digits.Length == 0 ? ("0", 0) : (digits, exponent + point - 1 - leading);
    }
}
