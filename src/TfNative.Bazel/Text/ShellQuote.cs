using System.Buffers;

namespace TfNative.Bazel;

/// <summary>Quotes words so that a Bourne shell takes them as they are.</summary>
/// <remarks>Bazel 7, ShellEscaper.java: the same words are left bare, so that commands compare equal.</remarks>
public static class ShellQuote
{
    private static readonly SearchValues<char> Safe =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@%-_+:,./");

    public static string Quote(string word)
    {
        if (word.Length == 0)
            return "''";
        return word.AsSpan().ContainsAnyExcept(Safe)
            ? "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'"
            : word;
    }

    /// <summary>The words, each quoted where it has to be, with spaces between them.</summary>
    public static string Join(IEnumerable<string> words) => string.Join(' ', words.Select(Quote));
}
