using System.Text.RegularExpressions;

namespace TfNative.Execution;

/// <summary>Text with a terminal's colours in it.</summary>
public static partial class AnsiText
{
    /// <summary>The text without escape sequences (ECMA-48 control sequences, and OSC as gcc's links to its manual).</summary>
    public static string Strip(string text) => text.Contains('\e') ? EscapeSequence().Replace(text, "") : text;

    [GeneratedRegex(@"\e\[[0-?]*[ -/]*[@-~]|\e\][^\a\e]*(?:\a|\e\\)")]
    private static partial Regex EscapeSequence();
}
