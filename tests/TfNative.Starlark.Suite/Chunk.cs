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
            if (Expect(lines[i], i + 1) is { } expectation)
                expectations.Add(expectation);
        }
        string text = new string('\n', start) + string.Join('\n', lines[start..end]) + "\n";
        return new Chunk(path, start + 1, text, expectations);
    }

    private static Expectation? Expect(string line, int number)
    {
        int marker = line.IndexOf(Marker, StringComparison.Ordinal);
        if (marker < 0)
            return null;
        string text = line[(marker + Marker.Length)..].Trim();
        // Suites shared with other implementations say whose message it is; Bazel's is the Java one.
        if (text.StartsWith("go:", StringComparison.Ordinal) || text.StartsWith("rust:", StringComparison.Ordinal))
            return null;
        if (text.StartsWith("java:", StringComparison.Ordinal))
            text = text["java:".Length..].Trim();
        return new Expectation(marker == line.Length - line.TrimStart().Length ? Expectation.AnyLine : number, text);
    }
}
