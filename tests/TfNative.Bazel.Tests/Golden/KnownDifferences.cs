using System.IO.Enumeration;

namespace TfNative.Bazel.Tests.Golden;

/// <summary>
/// A checked-in list of differences that are meant to be. Each line is <c>kind | owner | subject | detail | reason</c>, with
/// <c>*</c> for any part of a field; blank lines and those that begin with <c>#</c> do not count.
/// </summary>
public sealed class KnownDifferences
{
    private sealed record Entry(string Kind, string Owner, string Subject, string Detail, string Line)
    {
        public bool Covers(Difference difference) =>
            Matches(Kind, difference.Kind) && Matches(Owner, difference.Owner)
            && Matches(Subject, difference.Subject) && Matches(Detail, difference.Detail);

        private static bool Matches(string pattern, string text) =>
            FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase: false);
    }

    private readonly List<Entry> entries = [];

    /// <exception cref="FormatException">A line has no reason, or not five fields.</exception>
    public static KnownDifferences Parse(IEnumerable<string> lines)
    {
        var known = new KnownDifferences();
        foreach (string line in lines.Where(line => line.Trim().Length > 0 && !line.StartsWith('#')))
        {
            string[] fields = line.Split('|', 5, StringSplitOptions.TrimEntries);
            if (fields.Length < 5 || fields[4].Length == 0)
                throw new FormatException($"a known difference needs 'kind | owner | subject | detail | reason': {line}");
            known.entries.Add(new Entry(fields[0], fields[1], fields[2], fields[3], line));
        }

        return known;
    }

    /// <summary>
    /// What is wrong: differences that no entry covers, and entries that cover none. Empty when all is as it should be.
    /// </summary>
    public IReadOnlyList<string> Check(IReadOnlyList<Difference> differences)
    {
        var used = new HashSet<Entry>();
        var problems = new List<string>();
        foreach (Difference difference in differences)
        {
            List<Entry> covering = entries.FindAll(entry => entry.Covers(difference));
            used.UnionWith(covering);
            if (covering.Count == 0)
                problems.Add(difference.ToString());
        }

        problems.AddRange(entries.Where(entry => !used.Contains(entry)).Select(entry => "no longer differs: " + entry.Line));
        return problems;
    }
}
