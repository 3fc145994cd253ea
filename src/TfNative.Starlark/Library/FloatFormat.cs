using System.Globalization;

namespace TfNative.Starlark;

/// <summary>
/// The float verbs of <c>%</c>: e and f with six digits behind the point, g with the shortest exact text. As in Bazel, e and f round
/// the shortest decimal text of the number, not its binary value: 1e23 prints as a one and zeros.
/// </summary>
internal static class FloatFormat
{
    private const int Precision = 6;

    public static string Format(char verb, double value)
    {
        if (!double.IsFinite(value))
            return FloatText.Repr(value);
        if (verb is 'g' or 'G')
            return verb == 'g' ? FloatText.Repr(value) : FloatText.Repr(value).ToUpperInvariant();
        (string digits, int exponent) = FloatText.Shortest(Math.Abs(value));
        string text = verb is 'f' or 'F' ? Fixed(digits, exponent) : Scientific(digits, exponent, verb);
        return double.IsNegative(value) ? "-" + text : text;
    }

    private static string Fixed(string digits, int exponent)
    {
        // The number in millionths, an int, at least seven digits of it.
        string units = Round(digits, exponent + 1 + Precision).PadLeft(Precision + 1, '0');
        return units[..^Precision] + "." + units[^Precision..];
    }

    private static string Scientific(string digits, int exponent, char verb)
    {
        string text = Round(digits, Precision + 1);
        if (text.Length > Precision + 1)
            exponent++;
        return string.Create(
            CultureInfo.InvariantCulture, $"{text[0]}.{text[1..(Precision + 1)]}{verb}{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
    }

    /// <summary>The first <paramref name="count"/> digits, the last rounded half up; one more if that carries out of the first.</summary>
    private static string Round(string digits, int count)
    {
        if (count < 0)
            return "";
        if (digits.Length <= count)
            return digits.PadRight(count, '0');
        char[] kept = digits[..count].ToCharArray();
        if (digits[count] < '5')
            return new string(kept);
        int i = count - 1;
        while (i >= 0 && kept[i] == '9')
            kept[i--] = '0';
        if (i < 0)
            return "1" + new string(kept);
        kept[i]++;
        return new string(kept);
    }
}
