using System.Globalization;
using System.Text;

namespace TfNative.Starlark;

/// <summary>A string as the literal that denotes it, in double quotes; elements that are no valid text as escapes.</summary>
internal static class StringRepr
{
    public static void Append(StringBuilder text, string value)
    {
        text.Append('"');
        int plainStart = 0;
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            if (c is >= ' ' and not ('"' or '\\' or '\x7f') && !char.IsSurrogate(c))
                continue;
            if (i + 1 < value.Length && char.IsSurrogatePair(c, value[i + 1]))
            {
                i++;
                continue;
            }
            text.Append(value, plainStart, i - plainStart);
            plainStart = i + 1;
            AppendEscaped(text, c);
        }
        text.Append(value, plainStart, value.Length - plainStart);
        text.Append('"');
    }

    internal static void AppendEscaped(StringBuilder text, char c)
    {
        switch (c)
        {
            case '"': text.Append("\\\""); break;
            case '\\': text.Append("\\\\"); break;
            case '\n': text.Append("\\n"); break;
            case '\r': text.Append("\\r"); break;
            case '\t': text.Append("\\t"); break;
            case >= '\ud800': text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)); break; // half a character: no literal denotes it
            default:
                text.Append("\\x").Append("0123456789abcdef"[c >> 4]).Append("0123456789abcdef"[c & 15]);
                break;
        }
    }
}
