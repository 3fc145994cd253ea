using System.Text;

namespace TfNative.Starlark;

/// <summary>replace</summary>
internal static class StringReplace
{
    public static Value Replace(in CallContext c)
    {
        string text = StringMethods.Self(c), old = c.String(0), replacement = c.String(1);
        if (!c[2].IsInt)
            throw c.WrongType(2, "int");
        long count = Indexing.Bound(c[2], "count");
        if (count < 0)
            count = long.MaxValue;
        long most = old.Length == 0 ? text.Length + 1L : text.Length / old.Length;
        Limits.CheckStringLength(text.Length + (Math.Min(count, most) * Math.Max(0, replacement.Length - old.Length)) > int.MaxValue
            ? ExactLength(text, old, replacement, count)
            : 0);
        if (old.Length == 0)
            return Interleave(text, replacement, count);
        if (count == long.MaxValue && text.Length < 1 << 20)
        {
            string all = text.Replace(old, replacement, StringComparison.Ordinal);
            Limits.CheckStringLength(all.Length);
            return all;
        }
        var result = new StringBuilder();
        int position = 0;
        while (count-- > 0)
        {
            int next = text.IndexOf(old, position, StringComparison.Ordinal);
            if (next < 0)
                break;
            result.Append(text, position, next - position).Append(replacement);
            Limits.CheckStringLength(result.Length);
            position = next + old.Length;
        }
        result.Append(text, position, text.Length - position);
        return result.ToString();
    }

    private static long ExactLength(string text, string old, string replacement, long count)
    {
        long occurrences = old.Length == 0 ? text.Length + 1L : text.AsSpan().Count(old);
        return text.Length + (Math.Min(occurrences, count) * (replacement.Length - old.Length));
    }

    private static string Interleave(string text, string replacement, long count)
    {
        var result = new StringBuilder();
        for (int i = 0; i <= text.Length; i++)
        {
            if (count-- > 0)
                result.Append(replacement);
            if (i < text.Length)
                result.Append(text[i]);
            Limits.CheckStringLength(result.Length);
        }
        return result.ToString();
    }
}
