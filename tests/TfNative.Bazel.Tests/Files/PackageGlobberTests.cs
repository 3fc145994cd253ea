namespace TfNative.Bazel.Tests.Files;

public class PackageGlobberTests
{
    private readonly InMemoryFileSystem files = new InMemoryFileSystem().AddAll(
        "/w/p/BUILD", "/w/p/a.cc", "/w/p/a.h", "/w/p/.hidden.h", "/w/p/b@2x.h", "/w/p/dir/c.h", "/w/p/dir/deep/d.h",
        "/w/p/.dot/e.h", "/w/p/sub/BUILD", "/w/p/sub/f.h", "/w/p/sub/below/g.h", "/w/p/other/BUILD.bazel", "/w/p/other/h.h",
        "/w/p/x/y/BUILD", "/w/p/x/y/i.h", "/w/p/x/j.h", "/w/p/odd/BUILD/k.h");

    private IReadOnlyList<string> Glob(string[] include, string[]? exclude = null, GlobKind kind = GlobKind.Files) =>
        new PackageGlobber(files, "/w/p").Glob(include, exclude ?? [], kind);

    [Fact]
    public void A_star_finds_the_packages_own_files_in_order() =>
        Assert.Equal([".hidden.h", "BUILD", "a.cc", "a.h", "b@2x.h"], Glob(["*"]));

    [Fact]
    public void Files_of_packages_below_are_not_found() =>
        Assert.Equal([".dot/e.h", "a.h", "b@2x.h", "dir/c.h", "dir/deep/d.h", "odd/BUILD/k.h", "x/j.h"], Glob(["**/*.h"]));

    [Theory]
    [InlineData("sub/f.h")]
    [InlineData("sub/below/*.h")]
    [InlineData("sub/*")]
    [InlineData("x/y/i.h")]
    [InlineData("*/f.h")]
    [InlineData("nowhere/*.h")]
    [InlineData("a.h/*.h")]
    [InlineData("nofile.h")]
    public void A_pattern_that_leads_into_another_package_or_nowhere_finds_nothing(string pattern) =>
        Assert.Empty(Glob([pattern]));

    [Theory]
    [InlineData("dir/c.h", "dir/c.h")]
    [InlineData("dir/*/d.h", "dir/deep/d.h")]
    [InlineData("*/deep/**", "dir/deep/d.h")]
    [InlineData("**/deep/**/d.h", "dir/deep/d.h")]
    [InlineData("b@*", "b@2x.h")]
    public void Folders_may_be_named_or_searched(string pattern, string found) => Assert.Equal([found], Glob([pattern]));

    [Fact]
    public void A_file_that_two_patterns_find_is_listed_once() => Assert.Equal(["a.cc", "a.h"], Glob(["a.h", "a.*", "**/a.cc"]));

    [Fact]
    public void Excluded_files_are_left_out() =>
        Assert.Equal(["a.h", "odd/BUILD/k.h", "x/j.h"], Glob(["**/*.h"], ["dir/**", "b@2x.h", ".dot/?.h"]));

    [Fact]
    public void A_malformed_exclude_is_an_error() => Assert.Throws<GlobException>(() => Glob(["*"], ["a/**b"]));

    [Fact]
    public void Folders_are_found_where_they_are_asked_for() =>
        Assert.Equal(
            ["dir", "dir/c.h", "dir/deep", "dir/deep/d.h"],
            Glob(["dir/**"], kind: GlobKind.FilesAndDirectories));

    [Fact]
    public void Folders_that_are_packages_are_not_found_as_folders() =>
        Assert.Equal([".dot", "dir", "odd", "x"], Glob(["*"], ["*.*", "BUILD", ".hidden.h"], GlobKind.FilesAndDirectories));

    [Fact]
    public void The_nearest_packages_below_are_found_as_subpackages()
    {
        files.Add("/w/p/sub/inner/BUILD");
        Assert.Equal(["other", "sub", "x/y"], Glob(["**"], kind: GlobKind.Subpackages));
        Assert.Equal(["other", "sub"], Glob(["*"], kind: GlobKind.Subpackages));
        Assert.Equal(["x/y"], Glob(["**/y"], kind: GlobKind.Subpackages));
        Assert.Equal(["other", "x/y"], Glob(["**"], ["sub"], GlobKind.Subpackages));
    }

    [Fact]
    public void Links_to_files_and_folders_are_followed()
    {
        files.Add("/elsewhere/l.h").AddLink("/w/p/link", "/elsewhere").AddLink("/w/p/m.h", "/elsewhere/l.h");
        Assert.Equal(["link/l.h", "m.h"], Glob(["link/*.h", "m.*"]));
        Assert.Contains("link/l.h", Glob(["**/*.h"]));
    }

    [Fact]
    public void A_link_that_leads_back_is_not_followed()
    {
        files.AddLink("/w/p/dir/up", "/w/p/dir").AddLink("/w/p/dir/deep/top", "/w/p");
        Assert.Equal(["dir/c.h", "dir/deep/d.h"], Glob(["dir/**/*.h"]));
    }

    [Fact]
    public void Links_that_lead_to_each_other_are_followed_once()
    {
        files.Add("/b/n.h").AddLink("/w/p/dir/x", "/b").AddLink("/b/y", "/w/p/dir");
        Assert.Equal(["dir/c.h", "dir/deep/d.h", "dir/x/n.h"], Glob(["dir/**/*.h"]));
    }

    [Fact]
    public void A_link_to_nothing_is_not_found()
    {
        files.AddLink("/w/p/dangling.h", "/nowhere");
        Assert.DoesNotContain("dangling.h", Glob(["*.h", "dangling.h"]));
    }

    [Fact]
    public void Nothing_found_is_an_error_where_it_may_not_be()
    {
        var globber = new PackageGlobber(files, "/w/p");
        var error = Assert.Throws<GlobException>(() => globber.Glob(["*.h", "*.nothing"], [], allowEmpty: false));
        Assert.Contains("glob pattern '*.nothing' didn't match anything", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<GlobException>(() => globber.Glob(["*.h"], ["*.h"], allowEmpty: false));
        Assert.Contains("all files in the glob have been excluded", error.Message, StringComparison.Ordinal);
        Assert.Equal(["a.h", "b@2x.h"], globber.Glob(["*.h"], [], allowEmpty: false));
        Assert.Empty(globber.Glob([], [], allowEmpty: false));
    }
}
