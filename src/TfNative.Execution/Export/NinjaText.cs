using System.Text;

namespace TfNative.Execution;

/// <summary>Quoting of ninja's own language (https://ninja-build.org/manual.html#_lexical_syntax).</summary>
internal static class NinjaText
{
    /// <summary>A path in a build line.</summary>
    public static string Path(string path)
    {
        if (path.AsSpan().IndexOfAny(" :$\n") < 0)
            return path;
        var text = new StringBuilder();
        foreach (char c in path)
        {
            if (c == '\n')
                throw new ArgumentException($"ninja has no way to write a path with a line break: {path}");
            if (c is ' ' or ':' or '$')
                text.Append('$');
            text.Append(c);
        }

        return text.ToString();
    }

    /// <summary>The value of a variable.</summary>
    public static string Value(string value)
    {
        if (value.Contains('\n'))
            throw new ArgumentException($"ninja has no way to write a line break: {value}");
        return value.Replace("$", "$$", StringComparison.Ordinal);
    }
}
