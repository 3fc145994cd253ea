using TfNative.Bazel.Tests.Translation;
using TfNative.Execution;

namespace TfNative.Bazel.Tests.Overrides;

public sealed class TargetOverrideTests : IDisposable
{
    private readonly TemporaryWorkspace workspace = new(
        ("WORKSPACE", "workspace(name = 'ws')"),
        ("BUILD", """
            load(":macro.bzl", "library")
            cc_binary(name = "libx.so", linkshared = True, srcs = ["x.cc"], deps = [":a", "//b:heavy"])
            library(name = "a", srcs = ["a.cc"], copts = ["-Wall"] + select({":opt": ["-fast"], "//conditions:default": []}), deps = select({":opt": ["//b:b"], "//conditions:default": []}))
            config_setting(name = "opt", values = {"compilation_mode": "opt"})
            """),
        ("macro.bzl", "def library(**kwargs):\n    native.cc_library(**kwargs)\n"),
        ("b/BUILD", """
            package(default_visibility = ["//visibility:public"])
            cc_library(name = "b", srcs = ["b.cc"])
            cc_library(name = "extra", srcs = ["extra.cc"], defines = ["EXTRA"])
            genrule(name = "slow", outs = ["slow.cc"], cmd = "touch $@")
            cc_library(name = "heavy", srcs = [":slow"])
            """),
        ("x.cc", ""), ("a.cc", ""), ("more.cc", ""), ("b/b.cc", ""), ("b/extra.cc", ""));

    public void Dispose() => workspace.Dispose();

    private TranslationResult Translate(params TargetOverride[] overrides) =>
        workspace.Translate(["//:libx.so"], request => request with { Overrides = overrides });

    private static string[] Compiled(TranslationResult result)
    {
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return [.. result.Graph!.Actions.Where(a => a.Mnemonic == "CppCompile").Select(a => a.Inputs[0].ExecPath).Order(StringComparer.Ordinal)];
    }

    private static string Error(TranslationResult result)
    {
        Assert.False(result.Success);
        Assert.Equal("TFN2046", result.Diagnostics[0].Code);
        return result.Diagnostics[0].Message;
    }

    [Fact]
    public void Without_overrides_the_workspace_is_built_as_it_is() =>
        Assert.Equal(["a.cc", "b/b.cc", "bazel-out/k8-opt/bin/b/slow.cc", "x.cc"], Compiled(Translate()));

    [Fact]
    public void Entries_are_added_and_removed_within_selects_and_behind_macros()
    {
        TranslationResult result = Translate(new TargetOverride
        {
            Target = "//:a",
            Edits = [new("deps", ["//b:b"], ["//b:extra"]), new("srcs", [], ["more.cc"]), new("copts", ["-fast"], ["-g1"])],
        });
        Assert.Equal(["a.cc", "b/extra.cc", "bazel-out/k8-opt/bin/b/slow.cc", "more.cc", "x.cc"], Compiled(result));
        var compile = (SpawnAction)result.Graph!.Actions.Single(a => a.Mnemonic == "CppCompile" && a.Inputs[0].ExecPath == "more.cc");
        string command = compile.CommandLine.ToString();
        Assert.Contains(" -DEXTRA ", command, StringComparison.Ordinal);
        Assert.Contains(" -Wall -g1 ", command, StringComparison.Ordinal);
        Assert.DoesNotContain("-fast", command, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_is_replaced_by_an_empty_library_with_all_that_only_it_needed() =>
        Assert.Equal(["a.cc", "b/b.cc", "x.cc"], Compiled(Translate(new TargetOverride { Target = "//b:heavy", ReplaceByEmpty = true })));

    [Fact]
    public void An_override_of_a_target_that_does_not_exist_is_an_error_that_suggests_the_nearest()
    {
        Assert.Contains("did you mean 'heavy'", Error(Translate(new TargetOverride { Target = "//b:haevy", ReplaceByEmpty = true })), StringComparison.Ordinal);
        // A package that the build does not need is looked at all the same: the item is right or wrong whatever is built.
        workspace.Write("c/BUILD", "cc_library(name = \"c\")\n");
        Assert.Equal(4, Compiled(Translate(new TargetOverride { Target = "//c", ReplaceByEmpty = true })).Length);
        foreach (string missing in (string[])["//none:x", "@none//:x"])
            Assert.Contains($"BazelOverride '{missing}' matches nothing", Error(Translate(new TargetOverride { Target = missing, ReplaceByEmpty = true })), StringComparison.Ordinal);
        Assert.Contains("//c:d", Error(Translate(new TargetOverride { Target = "//c:d", ReplaceByEmpty = true })), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deps", "//b:bb", "'//b:bb' cannot be removed from deps: it is not there")]
    [InlineData("dep", "//b:b", "did you mean 'deps'")]
    [InlineData("alwayslink", "//b:b", "attribute 'alwayslink' of a cc_library is no list")]
    public void An_edit_that_changes_nothing_is_an_error(string attribute, string removed, string expected) =>
        Assert.Contains(expected, Error(Translate(new TargetOverride { Target = "//:a", Edits = [new(attribute, [removed], [])] })), StringComparison.Ordinal);

    [Fact]
    public void An_optional_override_of_a_package_that_nothing_needs_is_left_alone()
    {
        TargetOverride elsewhere = new() { Target = "@elsewhere//:x", Optional = true, ReplaceByEmpty = true };
        Assert.Equal(4, Compiled(Translate(elsewhere)).Length);
        Assert.Contains("matches nothing", Error(Translate(elsewhere with { Target = "//b:x" })), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_overrides_of_one_target_are_an_error() =>
        Assert.Contains("two BazelOverride items change //:a", Error(Translate(
            new TargetOverride { Target = "//:a", ReplaceByEmpty = true },
            new TargetOverride { Target = "@ws//:a", Edits = [new("copts", [], ["-g"])] })), StringComparison.Ordinal);
}
