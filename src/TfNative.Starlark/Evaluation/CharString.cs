namespace TfNative.Starlark;

/// <summary>One-character strings, of which programs make many.</summary>
internal static class CharString
{
    private static readonly string?[] Ascii = new string?[128];

    public static string Of(char c)
    {
        if (c >= Ascii.Length)
            return c.ToString();
        return Ascii[c] ??= c.ToString();
    }
}
