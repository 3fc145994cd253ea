namespace TfNative.Bazel.Tests.Translation;

public sealed class SourceOwnersTests : IDisposable
{
    private readonly TemporaryWorkspace workspace = new(
        ("MODULE.bazel", ""),
        ("BUILD", """cc_library(name = "main", srcs = ["main.cc"])"""),
        ("main.cc", ""),
        ("a/BUILD", """
            filegroup(name = "group", srcs = ["deep/grouped.h"])
            cc_library(name = "user", srcs = ["shared.h"])
            cc_library(name = "owner", hdrs = ["shared.h", ":group"] + select({"//conditions:default": ["chosen.h"]}))
            """),
        ("broken/BUILD", "no_such_function()"));

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData("a/shared.h", "//a:owner")]
    [InlineData("a/deep/grouped.h", "//a:owner")]
    [InlineData("a/chosen.h", "//a:owner")]
    [InlineData("main.cc", "//:main")]
    [InlineData("external/other/x/y.h", "@other//x:y")]
    [InlineData("a/nobodys.h", null)]
    [InlineData("broken/x.h", null)]
    [InlineData("external/unknown/x.h", null)]
    public void A_header_is_owned_by_the_rule_that_offers_it(string path, string? owner)
    {
        Directory.CreateDirectory(workspace.Folder + "/other/x");
        File.WriteAllText(workspace.Folder + "/other/x/BUILD", """cc_library(name = "y", hdrs = ["y.h"], visibility = ["//visibility:public"])""");
        File.WriteAllText(workspace.Folder + "/other/x/y.h", "");
        workspace.Write("BUILD", """cc_library(name = "main", srcs = ["main.cc"], deps = ["@other//x:y"])""");
        TranslationResult result = workspace.Translate(
            ["//:main"], request => request with { Repositories = [new() { Name = "other", Path = workspace.Folder + "/other" }] });
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        Assert.Equal(owner, new SourceOwners(result.ExecutionRoot).Find(path));
    }
}
