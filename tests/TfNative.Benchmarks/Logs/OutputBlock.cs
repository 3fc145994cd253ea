using System.Text.RegularExpressions;

namespace TfNative.Benchmarks.Logs;

/// <summary>What one compile printed, as it stands in the log: a heading with the source, then lines of gcc or clang.</summary>
internal sealed partial class OutputBlock
{
    private readonly string[] _lines;

    private OutputBlock(string source, string[] lines)
    {
        Source = source;
        _lines = lines;
    }

    /// <summary>Exec path of what was compiled.</summary>
    public string Source { get; }

    public int Lines => _lines.Length;

    /// <returns>Null for a message of another kind.</returns>
    public static OutputBlock? Of(string message) =>
        Heading().Match(message) is { Success: true } heading ? new(heading.Groups["source"].Value, message[heading.Length..].TrimEnd().Split('\n')) : null;

    /// <summary>What shows that lines of another action are among these: every chain of includes ends in this action's source or, as gcc
    /// goes on only to what it has named before, in a file of an earlier line; what was inlined was so into this source; excerpts and notes
    /// follow a message, and all lines are of a form that compilers have.</summary>
    /// <remarks>gcc: gcc/diagnostic.cc, includes_seen; gcc/tree-diagnostic.cc and gcc/langhooks.cc, lhd_print_error_function.</remarks>
    /// <returns>Descriptions with the line's number; empty for a whole block.</returns>
    public IEnumerable<string> Problems()
    {
        string? last = null;
        bool message = false;
        HashSet<string> named = [Source];
        for (int i = 0; i < _lines.Length; i++)
        {
            string line = _lines[i];
            Match include = Included().Match(line);
            // A chain goes on as long as its lines end with a comma; the last names what was compiled.
            if (include.Success && include.Groups["end"].Value == ":" && !named.Contains(include.Groups["file"].Value))
                yield return $"{i + 1}: a chain of includes ends in {include.Groups["file"].Value}";
            if (include.Success)
                named.Add(include.Groups["file"].Value);
            if (last is not null && !include.Success)
                yield return $"{i + 1}: a chain of includes is broken off";
            last = include is { Success: true } && include.Groups["end"].Value == "," ? line : null;
            if (Excerpt().IsMatch(line) && !message)
                yield return $"{i + 1}: an excerpt without a message before it";
            if (Located().Match(line) is { Success: true } located)
            {
                message = true;
                named.Add(located.Groups["file"].Value);
                if (IsSource(located.Groups["file"].Value) && located.Groups["file"].Value != Source)
                    yield return $"{i + 1}: a message about {located.Groups["file"].Value}";
            }
            else if (Inlined().Match(line) is { Success: true } inlined)
            {
                if (IsSource(inlined.Groups["file"].Value) && inlined.Groups["file"].Value != Source)
                    yield return $"{i + 1}: inlined into {inlined.Groups["file"].Value}";
            }
            else if (!include.Success && !Excerpt().IsMatch(line) && !Context().IsMatch(line))
            {
                yield return $"{i + 1}: not a line of a compiler: {line}";
            }
        }
    }

    /// <summary>Files that are compiled themselves; a few are included as well.</summary>
    private static bool IsSource(string file) => Path.GetExtension(file) is ".cc" or ".cpp" or ".c" && !file.Contains(".inc", StringComparison.Ordinal);

    [GeneratedRegex(@"\ACompiling (?<source>[^\n]+):\n")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(In file included from| {17,}from) (?<file>[^:]+):\d+(:\d+)?(?<end>[,:])$")]
    private static partial Regex Included();

    [GeneratedRegex(@"^(?<file>[^\s:][^:]*):\d+(:\d+)?: (fatal error|error|warning|note|remark|  ?(recursively )?required)")]
    private static partial Regex Located();

    [GeneratedRegex(@"^    inlined from '.+' at (?<file>[^:]+):\d+(:\d+)?[,:]$")]
    private static partial Regex Inlined();

    [GeneratedRegex(@"^ {0,8}\d* \| |^ {0,8}\d* \|$| {2,}[~^]|^ *\^")]
    private static partial Regex Excerpt();

    [GeneratedRegex(@"^[^\s:][^:]*: (In |At )|^In [a-z ]+ '.+',$|^[^\s:][^:]*:\d+(:\d+)?:( |$)|^\d+ (warning|error)s? |^(cc1plus|cc1|as|clang|lto1)[^:]*: |^\{standard input\}")]
    private static partial Regex Context();
}
