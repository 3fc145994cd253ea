namespace TfNative.Starlark;

/// <summary>
/// A cache of recently seen short strings. Build files repeat names and labels thousands of times; one object for
/// each saves most of a parse's allocation. Direct mapped and of fixed size, so it never grows and needs no care:
/// a miss only costs a string.
/// </summary>
internal sealed class StringPool
{
    private const int Size = 4096;
    private const int LongestPooled = 96;

    [ThreadStatic]
    private static StringPool? current;

    private readonly string?[] entries = new string?[Size];

    /// <summary>The pool of this thread; strings are immutable, so files may share it.</summary>
    public static StringPool Current => current ??= new StringPool();

    public string Get(ReadOnlySpan<char> text)
    {
        if (text.Length == 0)
            return "";
        if (text.Length > LongestPooled)
            return new string(text);
        ref string? entry = ref entries[Hash(text) & (Size - 1)];
        if (entry is { } known && text.SequenceEqual(known))
            return known;
        return entry = new string(text);
    }

    private static uint Hash(ReadOnlySpan<char> text)
    {
        uint hash = (uint)text.Length;
        foreach (char c in text)
            hash = (hash ^ c) * 0x01000193u;
        return hash ^ (hash >> 15);
    }
}
