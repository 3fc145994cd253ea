using TfNative.Bazel.Tests.Translation;

namespace TfNative.Bazel.Tests.Query;

/// <summary>Queries about packages that are really loaded.</summary>
public sealed class WorkspaceQueryTests : IDisposable
{
    private readonly TemporaryWorkspace workspace = new(
        ("BUILD", """
            load("//build:defs.bzl", "twice")
            package(default_visibility = ["//lib:friends"])
            cc_binary(name = "app", srcs = ["app.cc"], deps = ["//lib", "//lib/deep:all"])
            twice(name = "gen")
            test_suite(name = "suite")
            test_suite(name = "quick", tags = ["-slow"])
            cc_test(name = "one_test", size = "small", srcs = ["one.cc"], deps = [":app_lib"])
            cc_test(name = "two_test", srcs = ["one.cc"], tags = ["slow"])
            cc_test(name = "by_hand_test", srcs = ["one.cc"], tags = ["manual"])
            cc_library(name = "app_lib", visibility = ["//visibility:private"])
            """),
        ("build/BUILD", ""),
        ("build/defs.bzl", """
            load(":more.bzl", "OUT")
            def twice(name):
                for i in ["1", "2"]:
                    native.genrule(name = name + i, outs = [name + i + OUT], cmd = "touch $@")
            """),
        ("build/more.bzl", "OUT = '.txt'\n"),
        ("lib/BUILD", """
            package_group(name = "friends", packages = ["//lib/..."])
            config_setting(name = "fast", define_values = {"speed": "fast"})
            cc_library(name = "lib", srcs = ["lib.cc"], deps = select({":fast": ["//lib/deep"], "//conditions:default": []}), visibility = ["//visibility:public"])
            """),
        ("lib/deep/BUILD", """
            cc_library(name = "deep", hdrs = ["deep.h"])
            cc_library(name = "all", visibility = ["//visibility:public"])
            """));

    public void Dispose() => workspace.Dispose();

    private string Run(string query, QueryOutput output = QueryOutput.Label, QueryOptions? options = null)
    {
        BazelQueryResult result = workspace.Query(query, output, options: options);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return result.Text.TrimEnd('\n').Replace('\n', ' ');
    }

    [Theory]
    [InlineData("//lib/...", "//lib:fast //lib:lib //lib/deep:all //lib/deep:deep")]
    [InlineData("//lib/deep:all", "//lib/deep:all")]
    [InlineData("//lib/deep:*", "//lib/deep:BUILD //lib/deep:all //lib/deep:deep //lib/deep:deep.h")]
    [InlineData("lib/deep", "//lib/deep:deep")]
    [InlineData("//:gen1.txt", "//:gen1.txt")]
    [InlineData("kind(rule, //...) - //lib/... - kind(test, //:all)", "//:app //:app_lib //:gen1 //:gen2")]
    public void Patterns_mean_what_they_mean_on_the_command_line(string query, string targets) => Assert.Equal(targets, Run(query));

    [Theory]
    [InlineData("deps(//lib, 1)", "//lib:fast //lib:lib //lib:lib.cc //lib/deep:deep")]
    [InlineData("rdeps(//..., //lib/deep)", "//:app //lib:lib //lib/deep:deep")]
    [InlineData("somepath(//:app, //lib/deep)", "//:app //lib:lib //lib/deep:deep")]
    [InlineData("same_pkg_direct_rdeps(//:app_lib)", "//:one_test")]
    [InlineData("visible(//lib, //:all)", "//:app //:by_hand_test //:gen1 //:gen2 //:one_test //:quick //:suite //:two_test")]
    [InlineData("executables(//:all)", "//:app")]
    [InlineData("tests(//:suite)", "//:one_test //:two_test")]
    [InlineData("tests(//:quick)", "//:one_test")]
    [InlineData("tests(//:by_hand_test + //:app)", "//:by_hand_test")]
    [InlineData("labels('$implicit_tests', //:suite)", "//:one_test //:two_test")]
    [InlineData("loadfiles(//:app)", "//build:defs.bzl //build:more.bzl")]
    [InlineData("buildfiles(//:app)", "//:BUILD //build:BUILD //build:defs.bzl //build:more.bzl")]
    [InlineData("attr(generator_function, '.', //:all)", "//:gen1 //:gen2")]
    [InlineData("attr(visibility, private, //:all)", "//:app_lib")]
    [InlineData("siblings(//lib/deep)", "//lib/deep:BUILD //lib/deep:all //lib/deep:deep //lib/deep:deep.h")]
    [InlineData("deps(//:gen1.txt)", "//:gen1 //:gen1.txt //lib:friends")]
    public void What_BUILD_files_declare_is_found(string query, string targets) =>
        Assert.Equal(targets, Run(query, options: new() { ImplicitDeps = false }));

    [Fact]
    public void Rbuildfiles_goes_through_loads_of_loads() =>
        Assert.Equal("//:BUILD", Run("rbuildfiles(build/more.bzl)", options: new() { UniverseScope = ["//..."] }));

    [Fact]
    public void A_rule_that_a_macro_made_says_so() =>
        Assert.Contains("in twice", Run("//:gen1", QueryOutput.Build), StringComparison.Ordinal);

    [Fact]
    public void A_suite_that_names_no_tests_depends_on_all_of_its_package_implicitly() =>
        Assert.Equal("//:one_test //:two_test", Run("kind(test, deps(//:suite)) - //:suite"));

    [Theory]
    [InlineData("siblings(//a:x)")]
    [InlineData("//a:*")]
    public void The_BUILD_file_is_one_of_the_targets_of_its_package(string query)
    {
        using var workspace = new TemporaryWorkspace(("a/BUILD", "filegroup(name = 'x')"));
        Assert.Equal("source file //a:BUILD\nfilegroup rule //a:x\n", workspace.Query(query, QueryOutput.LabelKind).Text);
    }
}
