using System.Globalization;

namespace TfNative.Starlark;

/// <summary>The float verbs of <c>%</c>: e, f and g as in C, with g giving the shortest exact text.</summary>
internal static class FloatFormat
{
    public static string Format(char verb, double value)
    {
        if (!double.IsFinite(value))
            return FloatText.Repr(value);
        switch (verb)
        {
            case 'f' or 'F':
                return value.ToString("F6", CultureInfo.InvariantCulture);
            case 'g':
                return FloatText.Repr(value);
            case 'G':
                return FloatText.Repr(value).ToUpperInvariant();
            default:
                string text = value.ToString(verb == 'e' ? "e6" : "E6", CultureInfo.InvariantCulture);
                // C# writes three digits of exponent, C two.
                int digits = text.LastIndexOfAny(['+', '-']) + 1;
                return text[digits] == '0' && text.Length - digits == 3 ? text.Remove(digits, 1) : text;
        }
    }
}
