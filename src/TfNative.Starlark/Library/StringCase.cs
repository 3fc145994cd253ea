namespace TfNative.Starlark;

/// <summary>Upper, lower and title case, and the tests of what kind of characters a string has.</summary>
internal static class StringCase
{
    public static bool All(string text, Func<char, bool> test)
    {
        foreach (char c in text)
        {
            if (!test(c))
                return false;
        }
        return text.Length > 0;
    }

    public static string Capitalize(string text) =>
        text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..].ToLowerInvariant();

    public static string Title(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        bool inWord = false;
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = inWord ? char.ToLowerInvariant(source[i]) : char.ToUpperInvariant(source[i]);
            inWord = char.IsLetter(source[i]);
        }
    });

    public static bool IsLower(string text)
    {
        bool cased = false;
        foreach (char c in text)
        {
            if (IsUpperOrTitle(c))
                return false;
            cased |= char.IsLower(c);
        }
        return cased;
    }

    public static bool IsUpper(string text)
    {
        bool cased = false;
        foreach (char c in text)
        {
            if (char.IsLower(c))
                return false;
            cased |= IsUpperOrTitle(c);
        }
        return cased;
    }

    /// <summary>Uppercase letters only behind uncased characters, lowercase letters only behind cased ones.</summary>
    public static bool IsTitle(string text)
    {
        bool cased = false, inWord = false;
        foreach (char c in text)
        {
            bool upper = IsUpperOrTitle(c), lower = char.IsLower(c);
            if ((upper && inWord) || (lower && !inWord))
                return false;
            inWord = upper || lower;
            cased |= inWord;
        }
        return cased;
    }

    private static bool IsUpperOrTitle(char c) =>
        char.IsUpper(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.TitlecaseLetter;
}
