using System.Text;

namespace TfNative.Starlark;

/// <summary>
/// The text of a file with its path. Positions inside the library are offsets; the line table that turns them into
/// lines and columns is made when the first message needs it.
/// </summary>
public sealed class SourceText
{
    private int[]? lineStarts;

    public SourceText(string path, string text)
    {
        Path = path;
        Text = text;
    }

    /// <summary>The path as the host gave it; it appears in messages and is not looked up.</summary>
    public string Path { get; }

    public string Text { get; }

    /// <summary>
    /// Decodes a file. Files that are not valid UTF-8 are taken for Latin-1, which every byte sequence is: old BUILD
    /// files carry authors' names in it.
    /// </summary>
    public static SourceText Decode(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            bytes = bytes[3..];
        Encoding encoding = System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8 : Encoding.Latin1;
        return new SourceText(path, encoding.GetString(bytes));
    }

    /// <summary>Line and column, both from 1, of an offset. Columns count UTF-16 code units.</summary>
    public Location GetLocation(int offset)
    {
        int line = LineIndex(offset);
        return new Location(Path, line + 1, offset - LineStarts[line] + 1);
    }

    /// <summary>The text of the line that holds the offset, without its line end.</summary>
    public string GetLine(int offset)
    {
        int start = LineStarts[LineIndex(offset)];
        int length = Text.AsSpan(start).IndexOfAny('\n', '\r');
        return length < 0 ? Text[start..] : Text.Substring(start, length);
    }

    private int[] LineStarts => lineStarts ??= FindLineStarts(Text);

    private int LineIndex(int offset)
    {
        int index = Array.BinarySearch(LineStarts, offset);
        return index >= 0 ? index : ~index - 1;
    }

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
                starts.Add(i + 1);
            else if (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))
                starts.Add(i + 1);
        }
        return [.. starts];
    }
}
