using System.Text.RegularExpressions;

namespace TfNative.Bazel;

/// <summary>Bazel's --per_file_copt: options for the sources that regular expressions select.</summary>
/// <param name="Include">Selected when any matches the source's path or the target's label; text as written.</param>
/// <param name="Exclude">Not selected when any matches.</param>
/// <param name="Options">Added after all other copts.</param>
public sealed record PerFileCopt(IReadOnlyList<string> Include, IReadOnlyList<string> Exclude, IReadOnlyList<string> Options)
{
    /// <summary>Reads "+a.*,-b.*@-O0,-g" (https://bazel.build/docs/user-manual#per-file-copt).</summary>
    public static PerFileCopt Parse(string text)
    {
        int at = text.IndexOf('@', StringComparison.Ordinal);
        if (at < 0)
            throw new BazelException(BazelErrorCode.UnknownFlag, $"per-file option '{text}' must look like REGEX[,-REGEX]@OPTION[,OPTION]");
        List<string> include = [], exclude = [];
        foreach (string pattern in text[..at].Split(',', StringSplitOptions.RemoveEmptyEntries))
            (pattern[0] == '-' ? exclude : include).Add(pattern.TrimStart('+', '-'));
        return new(include, exclude, text[(at + 1)..].Split(',', StringSplitOptions.RemoveEmptyEntries));
    }

    public bool Selects(string path, string label) =>
        Include.Any(p => Matches(p, path) || Matches(p, label)) && !Exclude.Any(p => Matches(p, path) || Matches(p, label));

    private static bool Matches(string pattern, string text) => Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant);
}
