namespace TfNative.Starlark;

/// <summary>
/// A string to sort by, with the four characters after what all the strings begin with as a number: comparing those
/// decides nearly always, and does not touch the strings.
/// </summary>
internal readonly struct PrefixedString(string text, ulong prefix)
{
    private const int PrefixLength = 4;

    private readonly string text = text;
    private readonly ulong prefix = prefix;

    public static PrefixedString[] Of(Value[] keys)
    {
        if (keys.Length == 0)
            return [];
        string first = (string)keys[0].Ref!;
        int common = first.Length;
        foreach (Value key in keys)
            common = first.AsSpan(0, common).CommonPrefixLength((string)key.Ref!);
        var result = new PrefixedString[keys.Length];
        for (int i = 0; i < result.Length; i++)
        {
            string text = (string)keys[i].Ref!;
            result[i] = new PrefixedString(text, Prefix(text.AsSpan(common)));
        }
        return result;
    }

    // A string that ends early is filled up with zeros; should that tie, the strings themselves decide.
    private static ulong Prefix(ReadOnlySpan<char> text)
    {
        ulong prefix = 0;
        for (int i = 0; i < PrefixLength; i++)
            prefix = (prefix << 16) | (i < text.Length ? text[i] : 0UL);
        return prefix;
    }

    /// <summary>By UTF-16 code units.</summary>
    public readonly struct Order : IOrder<PrefixedString>
    {
        public int Compare(PrefixedString a, PrefixedString b) =>
            a.prefix != b.prefix ? (a.prefix < b.prefix ? -1 : 1) : string.CompareOrdinal(a.text, b.text);
    }
}
