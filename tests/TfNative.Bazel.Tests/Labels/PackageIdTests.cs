namespace TfNative.Bazel.Tests.Labels;

public class PackageIdTests
{
    private static PackageId InMain(string path) => new(RepositoryName.Main, path);

    [Theory]
    [InlineData("", "a", true)]
    [InlineData("", "", true)]
    [InlineData("a", "a", true)]
    [InlineData("a", "a/b", true)]
    [InlineData("a", "ab", false)]
    [InlineData("a/b", "a", false)]
    public void A_package_contains_itself_and_those_in_folders_below(string outer, string inner, bool contains) =>
        Assert.Equal(contains, InMain(outer).Contains(InMain(inner)));

    [Fact]
    public void A_package_contains_none_of_another_repository() =>
        Assert.False(PackageId.MainRoot.Contains(new PackageId(new RepositoryName("r"), "a")));

    [Fact]
    public void Packages_are_written_with_their_repository()
    {
        var external = new PackageId(new RepositoryName("r"), "a/b");
        Assert.Equal("@r//a/b", external.ToString());
        Assert.Equal("@r//a/b", external.ToQueryString());
        Assert.Equal("external/r/a/b", external.ExecPath);
        Assert.Equal("//a/b", InMain("a/b").ToString());
        Assert.Equal("a/b", InMain("a/b").ToQueryString());
        Assert.Equal("", PackageId.MainRoot.ExecPath);
    }

    [Fact]
    public void A_path_with_a_trailing_slash_is_no_package() =>
        Assert.Throws<LabelSyntaxException>(() => InMain("a/"));
}
