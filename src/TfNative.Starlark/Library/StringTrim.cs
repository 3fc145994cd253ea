namespace TfNative.Starlark;

/// <summary>strip, lstrip, rstrip.</summary>
internal static class StringTrim
{
    public static Value Trim(in CallContext c, bool start, bool end)
    {
        string text = StringMethods.Self(c);
        string? cutset = c.IsNone(0) ? null : c[0].AsString() ?? throw c.WrongType(0, "string or NoneType");
        int from = 0, to = text.Length;
        while (start && from < to && IsCut(text[from], cutset))
            from++;
        while (end && to > from && IsCut(text[to - 1], cutset))
            to--;
        return from == 0 && to == text.Length ? c.Self : text[from..to];
    }

    private static bool IsCut(char c, string? cutset) => cutset is null ? char.IsWhiteSpace(c) : cutset.Contains(c);
}
