namespace TfNative.Starlark;

/// <summary>split, rsplit, splitlines, partition, rpartition.</summary>
internal static class StringSplit
{
    public static Value Split(in CallContext c, bool fromEnd)
    {
        string text = StringMethods.Self(c);
        string? separator = c.StringOrNone(0);
        if (separator is { Length: 0 })
            throw c.Error("Empty separator");
        if (!c.IsNone(1) && !c[1].IsInt)
            throw c.WrongType(1, "int or NoneType");
        long most = c.IsNone(1) ? -1 : Indexing.Bound(c[1], "maxsplit");
        if (most < 0)
            most = long.MaxValue;
        List<Value> parts = separator is null
            ? (fromEnd ? WordsFromEnd(text, most) : Words(text, most))
            : (fromEnd ? SplitFromEnd(text, separator, most) : SplitAt(text, separator, most));
        Limits.CheckListLength(parts.Count);
        return StarlarkList.Wrap([.. parts]);
    }

    public static Value Partition(in CallContext c, bool last)
    {
        string text = StringMethods.Self(c), separator = c.String(0);
        if (separator.Length == 0)
            throw c.Error("empty separator");
        int index = last ? text.LastIndexOf(separator, StringComparison.Ordinal) : text.IndexOf(separator, StringComparison.Ordinal);
        if (index < 0)
            return last ? StarlarkTuple.Create("", "", c.Self) : StarlarkTuple.Create(c.Self, "", "");
        return StarlarkTuple.Create(text[..index], separator, text[(index + separator.Length)..]);
    }

    public static Value Lines(in CallContext c)
    {
        string text = StringMethods.Self(c);
        bool keep = c.Bool(0);
        var lines = new StarlarkList();
        int start = 0;
        while (start < text.Length)
        {
            int length = text.AsSpan(start).IndexOfAny('\n', '\r');
            int end = length < 0 ? text.Length : start + length;
            int next = length < 0 ? end : text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
            lines.AddUnchecked(text[start..(keep ? next : end)]);
            start = next;
        }
        return lines;
    }

    private static List<Value> SplitAt(string text, string separator, long most)
    {
        var parts = new List<Value>();
        int start = 0;
        while (most-- > 0)
        {
            int next = text.IndexOf(separator, start, StringComparison.Ordinal);
            if (next < 0)
                break;
            parts.Add(text[start..next]);
            start = next + separator.Length;
        }
        parts.Add(text[start..]);
        return parts;
    }

    private static List<Value> SplitFromEnd(string text, string separator, long most)
    {
        var parts = new List<Value>();
        int end = text.Length;
        while (most-- > 0)
        {
            int next = text.AsSpan(0, end).LastIndexOf(separator, StringComparison.Ordinal);
            if (next < 0)
                break;
            parts.Add(text[(next + separator.Length)..end]);
            end = next;
        }
        parts.Add(text[..end]);
        parts.Reverse();
        return parts;
    }

    private static List<Value> Words(string text, long most)
    {
        var parts = new List<Value>();
        int position = 0;
        while (true)
        {
            while (position < text.Length && char.IsWhiteSpace(text[position]))
                position++;
            if (position == text.Length)
                return parts;
            if (most-- <= 0)
            {
                parts.Add(text[position..]);
                return parts;
            }
            int start = position;
            while (position < text.Length && !char.IsWhiteSpace(text[position]))
                position++;
            parts.Add(text[start..position]);
        }
    }

    private static List<Value> WordsFromEnd(string text, long most)
    {
        var parts = new List<Value>();
        int position = text.Length;
        while (true)
        {
            while (position > 0 && char.IsWhiteSpace(text[position - 1]))
                position--;
            if (position == 0)
                break;
            if (most-- <= 0)
            {
                parts.Add(text[..position]);
                break;
            }
            int end = position;
            while (position > 0 && !char.IsWhiteSpace(text[position - 1]))
                position--;
            parts.Add(text[position..end]);
        }
        parts.Reverse();
        return parts;
    }
}
