using System.Text.RegularExpressions;

namespace TfNative.Execution;

/// <summary>Text with a terminal's colours in it.</summary>
public static partial class AnsiText
{
    private const string Reset = "\e[m";

    /// <summary>The text without escape sequences (ECMA-48 control sequences, and OSC as gcc's links to its manual).</summary>
    public static string Strip(string text) => text.Contains('\e') ? EscapeSequence().Replace(text, "") : text;

    /// <summary>The text with its colours, and without all else that a program may tell a terminal.</summary>
    /// <param name="text">Lines, each of which ends as it began: in the terminal's own colours.</param>
    /// <param name="width">Longer lines lose their colours, too: who breaks them without knowing of escape sequences breaks these.</param>
    public static string KeepColours(string text, int width)
    {
        if (!text.Contains('\e'))
            return text;
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string coloured = EscapeSequence().Replace(lines[i], sequence => sequence.Value[^1] == 'm' ? sequence.Value : "");
            lines[i] = !coloured.Contains('\e') ? coloured : coloured.Length + Reset.Length <= width ? coloured + Reset : Strip(lines[i]);
        }

        return string.Join('\n', lines);
    }

    [GeneratedRegex(@"\e\[[0-?]*[ -/]*[@-~]|\e\][^\a\e]*(?:\a|\e\\)")]
    private static partial Regex EscapeSequence();
}
