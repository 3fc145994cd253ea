namespace TfNative.Bazel.Tests.Labels;

public class TargetPatternTests
{
    private static readonly PackageId Working = new(RepositoryName.Main, "w");

    [Theory]
    [InlineData("//a:b", "//a:b")]
    [InlineData("//a", "//a:a")]
    [InlineData("//a/b", "//a/b:b")]
    [InlineData("@r//a", "@r//a:a")]
    [InlineData("@@r//a:b", "@r//a:b")]
    [InlineData("@r", "@r//:r")]
    [InlineData(":b", "//w:b")]
    [InlineData("x:b", "//w/x:b")]
    [InlineData("//a/BUILD", "//a:BUILD")]
    [InlineData("//BUILD", "//:BUILD")]
    [InlineData("//:b", "//:b")]
    [InlineData("//tensorflow:libtensorflow.so.2.14.1", "//tensorflow:libtensorflow.so.2.14.1")]
    public void A_single_target_is_its_label(string text, string label)
    {
        TargetPattern pattern = TargetPattern.Parse(text, Working);
        Assert.Equal(TargetPatternKind.SingleTarget, pattern.Kind);
        Assert.Equal(label, pattern.Label.ToString());
        Assert.False(pattern.IsNegative);
    }

    [Theory]
    [InlineData("//a:all", TargetPatternKind.TargetsInPackage, "//a", true)]
    [InlineData("//a:*", TargetPatternKind.TargetsInPackage, "//a", false)]
    [InlineData("//a:all-targets", TargetPatternKind.TargetsInPackage, "//a", false)]
    [InlineData(":all", TargetPatternKind.TargetsInPackage, "//w", true)]
    [InlineData("//...", TargetPatternKind.TargetsBelowDirectory, "//", true)]
    [InlineData("...", TargetPatternKind.TargetsBelowDirectory, "//w", true)]
    [InlineData("x/...", TargetPatternKind.TargetsBelowDirectory, "//w/x", true)]
    [InlineData("//a/b/...", TargetPatternKind.TargetsBelowDirectory, "//a/b", true)]
    [InlineData("//a/...:all", TargetPatternKind.TargetsBelowDirectory, "//a", true)]
    [InlineData("//a/...:*", TargetPatternKind.TargetsBelowDirectory, "//a", false)]
    [InlineData("@r//a/...:all-targets", TargetPatternKind.TargetsBelowDirectory, "@r//a", false)]
    public void Wildcards_name_packages_and_whether_files_count(string text, TargetPatternKind kind, string package, bool rulesOnly)
    {
        TargetPattern pattern = TargetPattern.Parse(text, Working);
        Assert.Equal((kind, package, rulesOnly), (pattern.Kind, pattern.Package.ToString(), pattern.RulesOnly));
        Assert.Throws<InvalidOperationException>(() => pattern.Label);
    }

    [Theory]
    [InlineData("-//a:b", TargetPatternKind.SingleTarget)]
    [InlineData("-//a/...", TargetPatternKind.TargetsBelowDirectory)]
    [InlineData("-:all", TargetPatternKind.TargetsInPackage)]
    public void A_minus_takes_targets_away(string text, TargetPatternKind kind)
    {
        TargetPattern pattern = TargetPattern.Parse(text, Working);
        Assert.True(pattern.IsNegative);
        Assert.Equal(kind, pattern.Kind);
    }

    [Theory]
    [InlineData("x/y/z.cc", "//w/x:y/z.cc")]
    [InlineData("x", "//w/x:x")]
    [InlineData("z.cc", "//w:z.cc")]
    public void A_relative_path_means_a_package_or_the_file_of_the_nearest_one(string text, string label)
    {
        TargetPattern pattern = TargetPattern.Parse(text, Working);
        Assert.Equal(TargetPatternKind.PathAsTarget, pattern.Kind);
        Assert.Equal(label, pattern.ResolvePath(package => package.Path is "w" or "w/x" or "").ToString());
    }

    [Fact]
    public void A_path_without_any_package_is_an_error()
    {
        TargetPattern pattern = TargetPattern.Parse("x/y.cc", Working);
        var error = Assert.Throws<TargetPatternException>(() => pattern.ResolvePath(_ => false));
        Assert.StartsWith("couldn't determine target from filename 'x/y.cc'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_may_belong_to_the_root_package()
    {
        TargetPattern pattern = TargetPattern.Parse("x/y.cc", PackageId.MainRoot);
        Assert.Equal("//:x/y.cc", pattern.ResolvePath(package => package.Path.Length == 0).ToString());
    }

    [Theory]
    [InlineData("", "the empty string is not a valid target: ''")]
    [InlineData("/a", "not a valid absolute pattern (absolute target patterns must start with exactly two slashes): '/a'")]
    [InlineData("///a", "not a valid absolute pattern (absolute target patterns must start with exactly two slashes): '///a'")]
    [InlineData("foo/", "The package part of 'foo/' should not end in a slash")]
    [InlineData("//a/...:b", "invalid target format '//a/...:b': only :all, :* and :all-targets may follow '...'")]
    [InlineData("//a:b:c", "invalid target format '//a:b:c': invalid target name 'b:c': target names may not contain ':'")]
    [InlineData("@r:b", "Couldn't find package in target @r:b: write @r//package:target")]
    [InlineData("../foo", "invalid target format '../foo': invalid target name '../foo': target names may not contain up-level references '..'")]
    public void What_is_not_a_pattern_is_refused(string text, string message)
    {
        PackageId root = PackageId.MainRoot;
        var error = Assert.Throws<TargetPatternException>(() => TargetPattern.Parse(text, root));
        Assert.Equal("TFN2040", error.Code);
        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void A_repository_mapping_applies_to_patterns_too()
    {
        TargetPattern pattern = TargetPattern.Parse("@org//a/...", Working, _ => "");
        Assert.Equal("//a", pattern.Package.ToString());
    }
}
