namespace TfNative.Bazel;

/// <summary>What stands between two slashes of a glob pattern.</summary>
/// <remarks>Bazel 7, UnixGlob.matches, with its quirks: see the comments.</remarks>
internal readonly struct GlobSegment
{
    private enum Shape
    {
        Literal,
        Anything,
        Prefix,
        Suffix,
        Wildcard,
    }

    private readonly Shape shape;
    private readonly string text;

    public GlobSegment(string segment)
    {
        IsRecursive = segment == "**";
        IsHiddenAllowed = segment.StartsWith('.');
        int star = segment.IndexOf('*');
        bool oneStar = star >= 0 && segment.LastIndexOf('*') == star;
        (shape, text) = segment switch
        {
            "*" or "**" => (Shape.Anything, segment),
            _ when star < 0 && !segment.Contains('?') => (Shape.Literal, segment),
            _ when oneStar && star == 0 => (Shape.Suffix, segment[1..]),
            _ when oneStar && star == segment.Length - 1 => (Shape.Prefix, segment[..^1]),

            // Bazel drops parentheses on its way to a regular expression, and keeps doing so for old BUILD files.
            _ => (Shape.Wildcard, segment.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal)),
        };
    }

    /// <summary><c>**</c>: any number of folders, none included.</summary>
    public bool IsRecursive { get; }

    /// <summary>A name as it stands, to be looked up rather than searched for.</summary>
    public bool IsLiteral => shape == Shape.Literal;

    /// <summary>The name, for <see cref="IsLiteral"/>.</summary>
    public string Literal => text;

    private bool IsHiddenAllowed { get; }

    public bool Matches(ReadOnlySpan<char> name)
    {
        if (shape == Shape.Anything)
            return true;

        // "*" alone finds hidden files, "*.h" does not.
        if (name[0] == '.' && !IsHiddenAllowed)
            return false;
        return shape switch
        {
            Shape.Literal => name.SequenceEqual(text),
            // In Bazel, too, a "?" is no wildcard where the one star stands first or last.
            Shape.Prefix => name.StartsWith(text, StringComparison.Ordinal),
            Shape.Suffix => name.EndsWith(text, StringComparison.Ordinal),
            _ => MatchesWildcard(text, name),
        };
    }

    /// <summary>The usual linear match: on a mismatch go back to the last star and let it take one character more.</summary>
    private static bool MatchesWildcard(string pattern, ReadOnlySpan<char> name)
    {
        int p = 0, n = 0, star = -1, afterStar = 0;
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                afterStar = n;
            }
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == name[n]))
            {
                p++;
                n++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                n = ++afterStar;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
            p++;
        return p == pattern.Length;
    }
}
