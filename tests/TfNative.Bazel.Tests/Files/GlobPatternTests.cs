namespace TfNative.Bazel.Tests.Files;

public class GlobPatternTests
{
    [Theory]
    [InlineData("*", "a.cc", true)]
    [InlineData("*", ".hidden", true)]
    [InlineData("*", "a/b", false)]
    [InlineData("*.cc", "a.cc", true)]
    [InlineData("*.cc", ".a.cc", false)]
    [InlineData("*.cc", "a.cch", false)]
    [InlineData(".*.cc", ".a.cc", true)]
    [InlineData("a*", "abc", true)]
    [InlineData("a*", "ba", false)]
    [InlineData("a*c", "abbc", true)]
    [InlineData("a*c", "ac", true)]
    [InlineData("a*c", "acb", false)]
    [InlineData("*a*", "bab", true)]
    [InlineData("*a*", ".a", false)]
    [InlineData("*_test*.cc", "x_test_test_y.cc", true)]
    [InlineData("a.c", "abc", false)]
    [InlineData("a+[b]{c}*x", "a+[b]{c}x", true)]
    [InlineData("**", "a", true)]
    [InlineData("**", "a/b/c", true)]
    [InlineData("**", ".a/.b", true)]
    [InlineData("**/*.h", "a.h", true)]
    [InlineData("**/*.h", "a/b/c.h", true)]
    [InlineData("**/*.h", "a/b/c.cc", false)]
    [InlineData("a/**", "a/b", true)]
    [InlineData("a/**", "b/a", false)]
    [InlineData("a/**/c.h", "a/c.h", true)]
    [InlineData("a/**/c.h", "a/b/b/c.h", true)]
    [InlineData("a/**/b/**/c", "a/x/b/y/b/c", true)]
    [InlineData("a/**/b/**/c", "a/x/y/c", false)]
    [InlineData("a/*/c", "a/b/c", true)]
    [InlineData("a/*/c", "a/b/b/c", false)]
    [InlineData("a", "a/b", false)]
    [InlineData("a/b", "a", false)]
    [InlineData("?.cc", "a.cc", true)]
    [InlineData("?.cc", "ab.cc", false)]
    [InlineData("(*).cc", "a.cc", true)]
    public void A_pattern_matches_as_Bazels_does(string pattern, string path, bool matches) =>
        Assert.Equal(matches, GlobPattern.Parse(pattern).Matches(path));

    [Theory]
    [InlineData("", "pattern cannot be empty (in glob pattern '')")]
    [InlineData("/a", "pattern cannot be absolute (in glob pattern '/a')")]
    [InlineData("a//b", "empty segment not permitted (in glob pattern 'a//b')")]
    [InlineData("a/", "empty segment not permitted (in glob pattern 'a/')")]
    [InlineData("./a", "segment '.' not permitted (in glob pattern './a')")]
    [InlineData("a/../b", "segment '..' not permitted (in glob pattern 'a/../b')")]
    [InlineData("a/**.h", "recursive wildcard must be its own segment (in glob pattern 'a/**.h')")]
    public void A_malformed_pattern_is_refused(string pattern, string message)
    {
        var error = Assert.Throws<GlobException>(() => GlobPattern.Parse(pattern));
        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void A_question_mark_is_forbidden_where_files_are_included()
    {
        var error = Assert.Throws<GlobException>(() => GlobPattern.ParseInclude("a?.cc"));
        Assert.Equal("glob pattern 'a?.cc' contains forbidden '?' wildcard", error.Message);
    }

    [Fact]
    public void A_pattern_with_many_stars_takes_linear_time()
    {
        GlobPattern pattern = GlobPattern.Parse("x" + string.Concat(Enumerable.Repeat("*a", 30)) + "*b");
        Assert.False(pattern.Matches("x" + new string('a', 2000)));
    }
}
