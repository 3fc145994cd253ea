namespace TfNative.Starlark.Suite;

/// <summary>
/// A piece of a suite file, run on its own: the lines between two <c>---</c> lines. Lines before it are blank in
/// <see cref="Text"/>, so that error locations are those of the file.
/// </summary>
/// <param name="Path">The file.</param>
/// <param name="FirstLine">Line number, from 1, of the chunk's first line.</param>
/// <param name="Text">The chunk behind as many blank lines as precede it in the file.</param>
/// <param name="Expectations">The errors that its lines announce with <c>###</c>.</param>
public sealed record Chunk(string Path, int FirstLine, string Text, IReadOnlyList<Expectation> Expectations)
{
    private const string Marker = "###";

    /// <summary>Splits a file's text.</summary>
    public static IEnumerable<Chunk> Split(string path, string text)
    {
        string[] lines = text.Split('\n');
        int start = 0;
        for (int i = 0; i <= lines.Length; i++)
        {
            if (i < lines.Length && lines[i].TrimEnd() != "---")
                continue;
            yield return Create(path, lines, start, i);
            start = i + 1;
        }
    }

    private static Chunk Create(string path, string[] lines, int start, int end)
    {
        var expectations = new List<Expectation>();
        for (int i = start; i < end; i++)
        {
            int marker = lines[i].IndexOf(Marker, StringComparison.Ordinal);
            if (marker >= 0)
                expectations.Add(new Expectation(i + 1, lines[i][(marker + Marker.Length)..].Trim()));
        }
        string text = new string('\n', start) + string.Join('\n', lines[start..end]) + "\n";
        return new Chunk(path, start + 1, text, expectations);
    }
}
