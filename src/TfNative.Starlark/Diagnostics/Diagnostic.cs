using System.Text;

namespace TfNative.Starlark;

/// <summary>
/// An error: what is wrong, where, and the line of source it is about.
/// <see cref="Code"/> is one of <see cref="StarlarkErrors"/>, or the host's own.
/// </summary>
public sealed record Diagnostic(string Code, Location Location, string Message, string? SourceLine = null)
{
    /// <summary><c>file:line:column: TFN1101: message</c>, then the source line with a caret below the column.</summary>
    public string Render()
    {
        var text = new StringBuilder();
        text.Append(this);
        if (SourceLine is not null)
            AppendCaret(text, SourceLine, Location.Column);
        return text.ToString();
    }

    public override string ToString() => $"{Location}: {Code}: {Message}";

    private static void AppendCaret(StringBuilder text, string line, int column)
    {
        // Generated files have lines of megabytes: show the part around the column.
        const int Before = 100, After = 60;
        int from = Math.Max(0, column - 1 - Before);
        int to = Math.Min(line.Length, column - 1 + After);
        text.Append('\n').Append(line, from, Math.Max(0, to - from)).Append('\n');
        for (int i = from; i < column - 1 && i < line.Length; i++)
            text.Append(line[i] == '\t' ? '\t' : ' ');
        text.Append('^');
    }
}
