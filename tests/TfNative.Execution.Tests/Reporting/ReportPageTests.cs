using System.Text.RegularExpressions;

namespace TfNative.Execution.Tests.Reporting;

public partial class ReportPageTests
{
    private readonly string _html = new GeneratedBuild(50).Html();

    [Fact]
    public void The_page_is_one_file_that_asks_for_nothing_from_anywhere()
    {
        Assert.DoesNotMatch("""(src|href)="(?!#)""", _html);
        Assert.DoesNotContain("@import", _html, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", _html, StringComparison.Ordinal);
        Assert.DoesNotContain("fetch(", _html, StringComparison.Ordinal);
        Assert.Equal(["http://www.w3.org/2000/svg"], Address().Matches(_html).Select(match => match.Value).Distinct());
    }

    [Fact]
    public void A_browser_is_told_to_load_nothing() =>
        Assert.Contains("content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\"", _html, StringComparison.Ordinal);

    [Fact]
    public void Text_from_the_build_cannot_become_markup()
    {
        Assert.DoesNotContain("<script>alert", _html, StringComparison.Ordinal);
        Assert.DoesNotContain("<everything>", _html, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(_html, "</script>"));
    }

    [Fact]
    public void Ten_thousand_actions_are_a_few_megabytes() => Assert.InRange(new GeneratedBuild(10_000).Html().Length, 1_000_000, 4_000_000);

    [GeneratedRegex("https?://[^\"' ]+")]
    private static partial Regex Address();
}
