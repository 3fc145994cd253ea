using System.Text.RegularExpressions;

namespace TfNative.Starlark.Suite;

/// <summary>An error that a line of a chunk announces: <c>### text</c>.</summary>
/// <param name="Line">Line of the file, from 1, or <see cref="AnyLine"/> when it stands on a line of its own.</param>
/// <param name="Text">What the message contains, or a regular expression that it matches.</param>
public sealed record Expectation(int Line, string Text)
{
    /// <summary>The error may arise on any line of the chunk.</summary>
    public const int AnyLine = 0;

    public bool IsAt(int line) => Line == AnyLine || Line == line;

    public bool Accepts(string message) => Accepts(message, Text) || (Unquote(Text) is { } inner && Accepts(message, inner));

    // Suites of the Go implementation quote the text as Go does.
    private static string? Unquote(string text) => text switch
    {
        ['"', .., '"'] => text[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal),
        ['`', .., '`'] => text[1..^1],
        _ => null,
    };

    private static bool Accepts(string message, string text)
    {
        if (message.Contains(text, StringComparison.OrdinalIgnoreCase))
            return true;
        try
        {
            return Regex.IsMatch(message, text, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (Exception e) when (e is ArgumentException or RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
