using System.Buffers;
using System.Globalization;
using System.Text;

namespace TfNative.Tasks.Translation;

/// <summary>MSBuild's escapes: a character that has a meaning in items is written as %XX
/// (https://learn.microsoft.com/visualstudio/msbuild/msbuild-special-characters).</summary>
internal static class ItemEscaping
{
    private static readonly SearchValues<char> Special = SearchValues.Create("%*?@$();'");

    public static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny(Special) < 0)
            return text;
        var escaped = new StringBuilder(text.Length + 8);
        foreach (char c in text)
        {
            if (Special.Contains(c))
                escaped.Append('%').Append(((int)c).ToString("x2", CultureInfo.InvariantCulture));
            else
                escaped.Append(c);
        }

        return escaped.ToString();
    }
}
