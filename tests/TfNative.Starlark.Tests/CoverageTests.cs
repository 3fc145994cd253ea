using System.Globalization;
using System.Text.RegularExpressions;

namespace TfNative.Starlark.Tests;

/// <summary>The table of what the specification says and where it is tested names places that exist.</summary>
public partial class CoverageTests
{
    private static readonly string Folder = Path.Combine(Root(), "tests", "TfNative.Starlark.Suite");

    [Fact]
    public void Every_place_is_a_line_of_a_file()
    {
        MatchCollection rows = Row().Matches(Table());
        Assert.True(rows.Count > 500, "the table's rows are not recognized");
        IEnumerable<string> missing = rows.Select(r => r.Groups["place"].Value).Where(place => place != "none" && !Exists(place));
        Assert.Equal([], missing);
    }

    [Fact]
    public void The_totals_are_those_of_the_chapters()
    {
        string table = Table();
        string[] chapters = table.Split("\n## ");
        int statements = 0, tested = 0;
        foreach (string chapter in chapters[1..])
        {
            MatchCollection rows = Row().Matches(chapter);
            int here = rows.Count(r => r.Groups["place"].Value != "none");
            Assert.Contains($"| {chapter[..chapter.IndexOf('\n', StringComparison.Ordinal)]} | {rows.Count} | {here} |", chapters[0], StringComparison.Ordinal);
            statements += rows.Count;
            tested += here;
        }
        Assert.Contains($"| **total** | **{statements}** | **{tested}** |", chapters[0], StringComparison.Ordinal);
    }

    private static string Table() =>
        File.ReadAllText(Path.Combine(Folder, "COVERAGE.md")).ReplaceLineEndings("\n");

    /// <summary>Whether a place, as in suite/test/01_lexical.star:3, is a line that can test something.</summary>
    private static bool Exists(string place)
    {
        int colon = place.LastIndexOf(':');
        string path = Path.Combine(Folder, colon < 0 ? place : place[..colon]);
        if (colon < 0 || !File.Exists(path) || !int.TryParse(place[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int line))
            return false;
        string text = File.ReadLines(path).ElementAtOrDefault(line - 1) ?? "";
        return text.Trim() is not ("" or "---");
    }

    private static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "TfNative.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("No folder above the tests has TfNative.sln.");
    }

    [GeneratedRegex(@"^\| \d+ \| .* \| (?<place>\S+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
