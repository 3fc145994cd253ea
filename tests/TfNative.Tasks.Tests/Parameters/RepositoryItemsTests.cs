using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using TfNative.Bazel;
using TfNative.Tasks.Parameters;

namespace TfNative.Tasks.Tests.Parameters;

public class RepositoryItemsTests
{
    private static TaskItem Item(string name, params (string Name, string Value)[] metadata)
    {
        var item = new TaskItem(name);
        foreach ((string key, string value) in metadata)
            item.SetMetadata(key, value);
        return item;
    }

    private static RepositoryDeclaration Read(params ITaskItem[] items) => Assert.Single(RepositoryItems.Read(items, "/project"));

    [Fact]
    public void Paths_are_relative_to_the_project_and_labels_stay_labels()
    {
        RepositoryDeclaration declaration = Read(Item("eigen", ("Path", "../eigen"), ("BuildFile", "//third_party:eigen.BUILD"), ("Patches", "a.patch;@x//:b.patch")));
        Assert.Equal("/eigen", declaration.Path);
        Assert.Equal("//third_party:eigen.BUILD", declaration.BuildFile);
        Assert.Equal(["/project/a.patch", "@x//:b.patch"], declaration.Patches);
    }

    [Fact]
    public void Lists_may_be_written_over_several_lines() =>
        Assert.Equal(
            ["a/BUILD=/project/x.BUILD", "b.bzl=//y:b.bzl"],
            Read(Item("r", ("Path", "/r"), ("LinkFiles", "\n  a/BUILD=x.BUILD;\n  b.bzl=//y:b.bzl\n  "))).LinkFiles);

    [Fact]
    public void The_name_may_be_written_with_its_at_sign() => Assert.Equal("eigen", Read(Item("@eigen", ("Path", "/e"))).Name);

    [Fact]
    public void Of_one_name_the_last_item_wins() => Assert.Equal("/2", Read(Item("r", ("Path", "/1")), Item("r", ("Path", "/2"))).Path);

    [Fact]
    public void A_repository_rule_needs_no_path()
    {
        RepositoryDeclaration declaration = Read(Item("cuda", ("Rule", "//gpus:cuda.bzl%configure"), ("Attributes", "a=1;b=x=y")));
        Assert.Null(declaration.Path);
        Assert.Equal("//gpus:cuda.bzl%configure", declaration.Rule);
        Assert.Equal("x=y", declaration.Attributes["b"]);
    }

    [Fact]
    public void An_attribute_that_is_given_several_times_is_a_list() =>
        Assert.Equal("a;b", Read(Item("r", ("Rule", "//:r.bzl%r"), ("Attributes", "urls=a;flag=x;urls=b"))).Attributes["urls"]);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("", 1)]
    public void Patches_lose_one_leading_folder_unless_said_otherwise(string text, int strip) =>
        Assert.Equal(strip, Read(Item("r", ("Path", "/r"), ("PatchStrip", text))).PatchStrip);

    [Fact]
    public void A_repository_from_nowhere_is_an_error() =>
        Assert.Equal("TFN4014", Assert.Throws<TaskParameterException>(() => Read(Item("r"))).Code);

    [Fact]
    public void A_strip_that_is_no_number_is_an_error() =>
        Assert.Equal("TFN4015", Assert.Throws<TaskParameterException>(() => Read(Item("r", ("Path", "/r"), ("PatchStrip", "one")))).Code);
}
