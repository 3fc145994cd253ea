namespace TfNative.Starlark;

/// <summary>find, index, count, startswith, endswith.</summary>
internal static class StringSearch
{
    public static Value Find(in CallContext c, bool last) => Position(c, last);

    public static Value Index(in CallContext c, bool last)
    {
        int position = Position(c, last);
        return position >= 0
            ? position
            : throw c.Error($"substring not found: {c[0].Repr()} in {c.Self.Repr()}");
    }

    public static Value Count(in CallContext c)
    {
        string part = c.String(0);
        (int start, int end) = c.Range(1, StringMethods.Self(c).Length);
        ReadOnlySpan<char> text = StringMethods.Self(c).AsSpan(start, end - start);
        return part.Length == 0 ? text.Length + 1 : text.Count(part);
    }

    public static Value Affix(in CallContext c, bool atEnd)
    {
        string self = StringMethods.Self(c);
        (int start, int end) = c.Range(1, self.Length);
        ReadOnlySpan<char> text = self.AsSpan(start, end - start);
        if (c[0].Ref is string single)
            return Matches(text, single, atEnd);
        if (c[0].Ref is not StarlarkTuple alternatives)
            throw c.WrongType(0, "string or tuple");
        for (int i = 0; i < alternatives.Count; i++)
        {
            if (alternatives[i].Ref is not string alternative)
                throw c.Error($"at index {i} of sub, got element of type {alternatives[i].TypeName}, want string");
            if (Matches(text, alternative, atEnd))
                return true;
        }
        return false;
    }

    private static bool Matches(ReadOnlySpan<char> text, string affix, bool atEnd) =>
        atEnd ? text.EndsWith(affix, StringComparison.Ordinal) : text.StartsWith(affix, StringComparison.Ordinal);

    private static int Position(in CallContext c, bool last)
    {
        string self = StringMethods.Self(c);
        string part = c.String(0);
        (int start, int end) = c.Range(1, self.Length);
        ReadOnlySpan<char> text = self.AsSpan(start, end - start);
        int position = last
            ? (part.Length == 0 ? text.Length : text.LastIndexOf(part, StringComparison.Ordinal))
            : text.IndexOf(part, StringComparison.Ordinal);
        return position < 0 ? -1 : position + start;
    }
}
