using System.Buffers;

namespace TfNative.Execution;

/// <summary>Quotes words for a POSIX shell.</summary>
public static class ShellQuote
{
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+=:,./@%");

    /// <summary>The word as it must be typed; unchanged when nothing in it is special.</summary>
    public static string Word(string word) => word.Length > 0 && !word.AsSpan().ContainsAnyExcept(Plain)
        ? word
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    public static string Words(IEnumerable<string> words) => string.Join(' ', words.Select(Word));
}
