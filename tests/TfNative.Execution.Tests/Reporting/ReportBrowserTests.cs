using System.Net;
using System.Text.RegularExpressions;
using SkiaSharp;

namespace TfNative.Execution.Tests.Reporting;

/// <summary>The report as a real browser shows it.</summary>
public sealed partial class ReportBrowserTests : IDisposable
{
    private static readonly SKColor CompileColor = SKColor.Parse("#3b76c4");
    private static readonly SKColor LinkColor = SKColor.Parse("#d9822b");
    private static readonly SKColor FailedColor = SKColor.Parse("#b3261e");
    private static readonly SKColor DarkPage = SKColor.Parse("#14171b");

    private readonly string _folder = Directory.CreateTempSubdirectory("tfnative-report-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [ChromiumFact]
    public async Task The_page_shows_the_slowest_actions_headers_critical_path_and_figures()
    {
        string dom = await Chromium.DumpDom(Write(100));

        Assert.Contains("data-ready=\"true\"", dom, StringComparison.Ordinal);
        List<string[]> actions = Rows(dom, "actions-table");
        Assert.Equal(["9.00 s", "0.09 s", "50 MiB", "CppCompile", "Compiling src/lib0/file3.cc", "//src/lib0:target0", "compiled, now cached"], actions[0]);
        Assert.Equal("900 MiB", actions[1][2]);
        Assert.Contains(actions, row => row[^1] == "failed");
        Assert.Contains(actions, row => row[^1] == "from the cache");
        Assert.Equal(["100", "/usr/include/stdio.h"], Rows(dom, "headers-table")[0][1..]);
        Assert.Equal(["Compiling src/lib0/file3.cc", "CppLink out/app"], Rows(dom, "critical-table").Select(row => row[2]));
        Assert.Equal("50 of 100", Figure(dom, "Cache hits"));
        Assert.Equal("100, 1 failed", Figure(dom, "Ran"));
    }

    [ChromiumFact]
    public async Task The_target_graph_and_the_treemap_name_the_packages()
    {
        string dom = await Chromium.DumpDom(Write(100));

        Assert.Contains("aria-label=\"//src/lib0 14.8 s\"", dom, StringComparison.Ordinal);
        Assert.Equal(4, Regex.Count(dom, "<g transform="));
        Assert.Equal(4, Regex.Count(dom, "<path d="));
    }

    [ChromiumFact]
    public async Task The_time_line_is_painted_in_the_colours_of_what_ran()
    {
        SKBitmap picture = await Picture(100, dark: false);

        // A blank page has one colour; the bars of the time line are the only ones of just these.
        Assert.InRange(Count(picture, CompileColor), 2_000, 200_000);
        Assert.InRange(Count(picture, LinkColor), 500, 50_000);
        Assert.InRange(Count(picture, FailedColor), 20, 2_000);
    }

    [ChromiumFact]
    public async Task A_dark_desktop_gets_a_dark_page()
    {
        SKBitmap picture = await Picture(100, dark: true);
        Assert.Equal(DarkPage, picture.GetPixel(2, 2));
        Assert.True(picture.Pixels.Distinct().Count() > 100);
    }

    [ChromiumFact]
    public async Task Ten_thousand_actions_stay_a_page_of_few_elements()
    {
        string dom = await Chromium.DumpDom(Write(10_000));

        Assert.Contains("data-ready=\"true\"", dom, StringComparison.Ordinal);
        Assert.Contains("25 of 10001", dom, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"//app, 2.00 s\"", dom, StringComparison.Ordinal);
        Assert.InRange(Regex.Count(dom[dom.IndexOf("<body>", StringComparison.Ordinal)..], "<[a-z]"), 500, 3_000);
    }

    [ChromiumFact]
    public async Task A_build_that_never_ran_gives_a_page_that_says_so()
    {
        string file = Path.Combine(_folder, "empty.html");
        using (var writer = new StreamWriter(file))
            BuildReport.Write(writer, ReportModel.Make(new GeneratedBuild(10).Graph, [], TraceFile.Empty), "Nothing", DateTimeOffset.UnixEpoch);
        string dom = await Chromium.DumpDom(file);

        Assert.Contains("data-ready=\"true\"", dom, StringComparison.Ordinal);
        Assert.Contains("Nothing ran", dom, StringComparison.Ordinal);
        Assert.Equal(11, Rows(dom, "actions-table").Count);
    }

    private string Write(int compiles)
    {
        string file = Path.Combine(_folder, $"report {compiles} %.html");
        File.WriteAllText(file, new GeneratedBuild(compiles).Html());
        return file;
    }

    /// <summary>As much of the page as holds the time line.</summary>
    private async Task<SKBitmap> Picture(int compiles, bool dark)
    {
        string file = Path.Combine(_folder, "page.png");
        await Chromium.Screenshot(Write(compiles), file, 1200, 800, dark);
        SKBitmap picture = SKBitmap.Decode(file);
        Assert.Equal((1200, 800), (picture.Width, picture.Height));
        return picture;
    }

    private static int Count(SKBitmap picture, SKColor color) => picture.Pixels.Count(pixel => pixel == color);

    private static List<string[]> Rows(string dom, string table)
    {
        int start = dom.IndexOf($"id=\"{table}\"", StringComparison.Ordinal);
        string text = dom[start..dom.IndexOf("</table>", start, StringComparison.Ordinal)];
        return [.. Row().Matches(text).Select(row => Cell().Matches(row.Value).Select(cell => WebUtility.HtmlDecode(cell.Groups[1].Value)).ToArray())
            .Where(cells => cells.Length > 0)];
    }

    private static string Figure(string dom, string title) =>
        Regex.Match(dom, $"<dt>{title}</dt><dd>([^<]*)</dd>").Groups[1].Value;

    [GeneratedRegex("<tr>.*?</tr>")]
    private static partial Regex Row();

    [GeneratedRegex("<td[^>]*>([^<]*)</td>")]
    private static partial Regex Cell();
}
