namespace TfNative.Bazel.Tests.Labels;

public class LabelTests
{
    private static readonly PackageId Main = new(RepositoryName.Main, "pkg/sub");
    private static readonly PackageId External = new(new RepositoryName("ext"), "pkg");

    [Theory]
    [InlineData("//foo/bar", "//foo/bar:bar")]
    [InlineData("//foo", "//foo:foo")]
    [InlineData("//foo/bar:quux", "//foo/bar:quux")]
    [InlineData("//:top", "//:top")]
    [InlineData("@repo", "@repo//:repo")]
    [InlineData("@@repo", "@repo//:repo")]
    [InlineData("@repo//foo/bar", "@repo//foo/bar:bar")]
    [InlineData("@repo//:x", "@repo//:x")]
    [InlineData("@@repo//foo/bar:quux", "@repo//foo/bar:quux")]
    [InlineData("@//a:b", "//a:b")]
    [InlineData("@@//a:b", "//a:b")]
    [InlineData(":quux", "//pkg/sub:quux")]
    [InlineData("quux", "//pkg/sub:quux")]
    [InlineData("dir/file.cc", "//pkg/sub:dir/file.cc")]
    [InlineData("//a:b/.", "//a:b")]
    [InlineData("//a:.", "//a:.")]
    [InlineData("//a b:c d", "//a b:c d")]
    [InlineData("//a@1.0:b@2.txt", "//a@1.0:b@2.txt")]
    [InlineData("//a:..b", "//a:..b")]
    [InlineData("//a:ü.txt", "//a:ü.txt")]
    [InlineData("//a:x#$&'()*+,;<=>?[]{|}~!%-@^_`\"", "//a:x#$&'()*+,;<=>?[]{|}~!%-@^_`\"")]
    public void Every_form_of_label_is_read(string text, string canonical) =>
        Assert.Equal(canonical, Label.Parse(text, Main).ToString());

    [Theory]
    [InlineData("//a:b", "@ext//a:b")]
    [InlineData(":b", "@ext//pkg:b")]
    [InlineData("//pkg:b", "@ext//pkg:b")]
    [InlineData("@//pkg:b", "//pkg:b")]
    [InlineData("@other//pkg:b", "@other//pkg:b")]
    [InlineData("//conditions:default", "//conditions:default")]
    [InlineData("//visibility:public", "//visibility:public")]
    [InlineData("//external:zlib", "//external:zlib")]
    [InlineData("@ext//external:zlib", "@ext//external:zlib")]
    public void A_label_without_repository_belongs_to_the_repository_of_its_file(string text, string canonical) =>
        Assert.Equal(canonical, Label.Parse(text, External).ToString());

    [Theory]
    [InlineData("", "invalid target name '': empty target name")]
    [InlineData(":", "invalid target name '': empty target name")]
    [InlineData("//", "invalid target name '': empty target name")]
    [InlineData("//a:", "invalid target name '': empty target name")]
    [InlineData("/a", "invalid target name '/a': target names may not start with '/'")]
    [InlineData("//a:/b", "invalid target name '/b': target names may not start with '/'")]
    [InlineData("//a:b/", "invalid target name 'b/': target names may not end with '/'")]
    [InlineData("//a:b//c", "invalid target name 'b//c': target names may not contain '//' path separators")]
    [InlineData("//a:b:c", "invalid target name 'b:c': target names may not contain ':'")]
    [InlineData("//a:b\\c", "invalid target name 'b\\c': target names may not contain '\\'")]
    [InlineData("//a:b\tc", "invalid target name 'b\\x09c': target names may not contain non-printable characters: '\\x09'")]
    [InlineData("//a:..", "invalid target name '..': target names may not contain up-level references '..'")]
    [InlineData("../a", "invalid target name '../a': target names may not contain up-level references '..'")]
    [InlineData("a/../b", "invalid target name 'a/../b': target names may not contain up-level references '..'")]
    [InlineData("a/..", "invalid target name 'a/..': target names may not contain up-level references '..'")]
    [InlineData("./a", "invalid target name './a': target names may not contain '.' as a path segment")]
    [InlineData("a/./b", "invalid target name 'a/./b': target names may not contain '.' as a path segment")]
    [InlineData("///a:b", "invalid package name '/a': package names may not start with '/'")]
    [InlineData("//a/:b", "invalid package name 'a/': package names may not end with '/'")]
    [InlineData("//a//b:c", "invalid package name 'a//b': package names may not contain '//' path separators")]
    [InlineData("//a/./b:c", "invalid package name 'a/./b': package name component contains only '.' characters")]
    [InlineData("//a/../b:c", "invalid package name 'a/../b': package name component contains only '.' characters")]
    [InlineData("//../b", "invalid package name '../b': package name component contains only '.' characters (perhaps you meant \":b\"?)")]
    [InlineData("a/b:c", "invalid label 'a/b:c': absolute label must begin with '@' or '//'")]
    [InlineData("//a/...", "invalid label '//a/...': package name cannot contain '...'")]
    [InlineData("//a/...:all", "invalid label '//a/...:all': package name cannot contain '...'")]
    [InlineData("...", "invalid label '...': package name cannot contain '...'")]
    [InlineData("@a/b//c:d", "invalid repository name 'a/b': repo names may contain only A-Z, a-z, 0-9, '-', '_', '.', '~' and '+'")]
    [InlineData("@r:n", "invalid repository name 'r:n': repo names may contain only A-Z, a-z, 0-9, '-', '_', '.', '~' and '+'")]
    [InlineData("@..//a", "invalid repository name '..': repo names are not allowed to be '..'")]
    public void What_is_not_a_label_is_refused_with_Bazels_words(string text, string message)
    {
        var error = Assert.Throws<LabelSyntaxException>(() => Label.Parse(text, Main));
        Assert.Equal(message, error.Message);
        Assert.Equal("TFN2001", error.Code);
    }

    [Fact]
    public void A_package_path_of_other_characters_is_refused()
    {
        var error = Assert.Throws<LabelSyntaxException>(() => Label.Parse("//a\\b:c", Main));
        Assert.StartsWith("invalid package name 'a\\b': package names may contain A-Z, a-z, 0-9, or any of", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_repository_mapping_applies_to_names_after_one_at_sign_only()
    {
        static string Map(string name) => name == "org" ? "" : name + "_mapped";
        Assert.Equal("//a:b", Label.Parse("@org//a:b", External, Map).ToString());
        Assert.Equal("@x_mapped//a:b", Label.Parse("@x//a:b", External, Map).ToString());
        Assert.Equal("@x_mapped//:x", Label.Parse("@x", External, Map).ToString());
        Assert.Equal("@org//a:b", Label.Parse("@@org//a:b", External, Map).ToString());
        Assert.Equal("//a:b", Label.Parse("@//a:b", External, Map).ToString());
        Assert.Equal("@ext//a:b", Label.Parse("//a:b", External, Map).ToString());
    }

    [Fact]
    public void Labels_that_mean_the_same_are_equal_and_have_the_same_hash()
    {
        Label[] labels =
        [
            Label.Parse("//pkg/sub:x", External),
            Label.Parse("@ext//pkg/sub:x", Main),
            new Label(new PackageId(new RepositoryName("ext"), "pkg/sub"), "x"),
        ];
        Assert.Single(labels.Distinct());
        Assert.True(labels[0] == labels[2]);
        Assert.True(labels[0] != Label.Parse("@ext//pkg/sub:y", Main));
        Assert.True(labels[0] != Label.Parse("//pkg/sub:x", Main));
        Assert.True(labels[0] != Label.Parse("@ext//pkg:x", Main));
    }

    [Fact]
    public void A_label_of_the_same_package_shares_it()
    {
        Assert.Same(Main, Label.Parse(":x", Main).Package);
        Assert.Same(Main, Label.Parse("//pkg/sub:x", Main).Package);
        Assert.Same(External, Label.Parse("@ext//pkg:x", External).Package);
    }

    [Fact]
    public void Labels_are_ordered_by_repository_then_package_then_name()
    {
        string[] expected = ["//a:b", "//a:c", "//a/b:a", "//b:a", "@A//z:z", "@a//a:a"];
        IEnumerable<Label> sorted = expected.Reverse().Select(text => Label.Parse(text, Main)).Order();
        Assert.Equal(expected, sorted.Select(label => label.ToString()));
    }

    [Fact]
    public void A_label_is_written_in_the_form_that_each_reader_knows()
    {
        Label inMain = Label.Parse("//a/b:b", Main);
        Label external = Label.Parse("@r//a:c", Main);
        Assert.Equal(["//a/b:b", "@//a/b:b", "//a/b:b", "//a/b"],
            [inMain.ToString(), inMain.ToStarlarkString(), inMain.ToActionGraphString(), inMain.ToShortString()]);
        Assert.Equal(["@r//a:c", "@r//a:c", "@@r//a:c", "@r//a:c"],
            [external.ToString(), external.ToStarlarkString(), external.ToActionGraphString(), external.ToShortString()]);
        Assert.Equal("//:x", Label.Parse("//:x", Main).ToShortString());
    }

    [Fact]
    public void Paths_under_the_execution_root_are_Bazels()
    {
        Assert.Equal("a/b/c.cc", Label.Parse("//a:b/c.cc", Main).ExecPath);
        Assert.Equal("c.cc", Label.Parse("//:c.cc", Main).ExecPath);
        Assert.Equal("external/r/a/c.cc", Label.Parse("@r//a:c.cc", Main).ExecPath);
        Assert.Equal("external/r/c.cc", Label.Parse("@r//:c.cc", Main).ExecPath);
        Assert.Equal("../r", new RepositoryName("r").RunfilesPath);
    }

    [Fact]
    public void A_label_gives_labels_relative_to_its_package()
    {
        Label label = Label.Parse("@r//a:c", Main);
        Assert.Equal("@r//a:d", label.Relative(":d").ToString());
        Assert.Equal("@r//x:d", label.Relative("//x:d").ToString());
        Assert.Equal("@r//a:e", label.Sibling("e").ToString());
        Assert.Throws<LabelSyntaxException>(() => label.Sibling("e/"));
    }
}
