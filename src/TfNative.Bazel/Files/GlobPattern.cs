namespace TfNative.Bazel;

/// <summary>
/// A pattern of <c>glob()</c>: <c>*</c> is any part of a name, <c>**</c> any number of folders. A leading dot must be
/// matched by a dot, except by <c>*</c> and <c>**</c> themselves.
/// </summary>
/// <remarks>https://bazel.build/reference/be/functions#glob; Bazel 7, UnixGlob.java.</remarks>
public sealed class GlobPattern
{
    private GlobPattern(string text, GlobSegment[] segments)
    {
        Text = text;
        Segments = segments;
        IsRecursiveTwice = segments.Count(segment => segment.IsRecursive) > 1;
    }

    public string Text { get; }

    internal GlobSegment[] Segments { get; }

    /// <summary>Whether one folder can be reached by more than one way through the pattern.</summary>
    internal bool IsRecursiveTwice { get; }

    /// <exception cref="GlobException">The pattern is malformed.</exception>
    public static GlobPattern Parse(string text)
    {
        if (text.Length == 0)
            throw Error("pattern cannot be empty");
        if (text[0] == '/')
            throw Error("pattern cannot be absolute");
        string[] segments = text.Split('/');
        foreach (string segment in segments)
        {
            if (segment.Length == 0)
                throw Error("empty segment not permitted");
            if (segment is "." or "..")
                throw Error($"segment '{segment}' not permitted");
            if (segment.Length > 2 && segment.Contains("**", StringComparison.Ordinal))
                throw Error("recursive wildcard must be its own segment");
        }

        return new GlobPattern(text, Array.ConvertAll(segments, segment => new GlobSegment(segment)));

        GlobException Error(string message) => new($"{message} (in glob pattern '{text}')");
    }

    /// <summary>A pattern that <c>glob()</c> includes, which may not have <c>?</c>; one that it excludes may.</summary>
    /// <exception cref="GlobException">The pattern is malformed.</exception>
    public static GlobPattern ParseInclude(string text) => text.Contains('?')
        ? throw new GlobException($"glob pattern '{text}' contains forbidden '?' wildcard")
        : Parse(text);

    /// <param name="path">A path relative to where the pattern starts, <c>/</c> between its parts.</param>
    public bool Matches(string path) => Matches(0, path.AsSpan());

    private bool Matches(int segment, ReadOnlySpan<char> path)
    {
        for (; segment < Segments.Length; segment++)
        {
            if (Segments[segment].IsRecursive)
                return MatchesAfterRecursive(segment + 1, path);
            if (path.Length == 0 || !Segments[segment].Matches(First(path)))
                return false;
            path = Rest(path);
        }

        return path.Length == 0;
    }

    private bool MatchesAfterRecursive(int segment, ReadOnlySpan<char> path)
    {
        if (segment == Segments.Length)
            return true;
        for (; path.Length > 0; path = Rest(path))
        {
            if (Matches(segment, path))
                return true;
        }

        return Matches(segment, path);
    }

    private static ReadOnlySpan<char> First(ReadOnlySpan<char> path)
    {
        int slash = path.IndexOf('/');
        return slash < 0 ? path : path[..slash];
    }

    private static ReadOnlySpan<char> Rest(ReadOnlySpan<char> path)
    {
        int slash = path.IndexOf('/');
        return slash < 0 ? default : path[(slash + 1)..];
    }

    public override string ToString() => Text;
}
