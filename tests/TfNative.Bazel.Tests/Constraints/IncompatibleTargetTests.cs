using TfNative.Bazel.Tests.Translation;

namespace TfNative.Bazel.Tests.Constraints;

/// <summary>target_compatible_with: https://bazel.build/extending/platforms#skipping-incompatible-targets.</summary>
public class IncompatibleTargetTests
{
    private const string Build = """
        constraint_setting(name = "moon")
        constraint_value(name = "full", constraint_setting = ":moon")
        constraint_value(name = "new", constraint_setting = ":moon")
        alias(name = "dark", actual = ":new")
        genrule(name = "never", outs = ["never.txt"], cmd = "true", target_compatible_with = [":full", ":dark"])
        filegroup(name = "above", srcs = ["never.txt"])
        filegroup(name = "top", srcs = [":above"])
        filegroup(name = "fine", srcs = ["f.txt"], target_compatible_with = ["@platforms//os:linux"])
        filegroup(name = "chosen", srcs = ["f.txt"], target_compatible_with = select({"@platforms//os:linux": [], "//conditions:default": ["@platforms//:incompatible"]}))
        filegroup(name = "not_chosen", target_compatible_with = select({"@platforms//os:linux": ["@platforms//:incompatible"], "//conditions:default": []}))
        """;

    private static TemporaryWorkspace Workspace() => new(("WORKSPACE", ""), ("BUILD", Build), ("f.txt", ""));

    [Theory]
    [InlineData("//:fine")]
    [InlineData("//:chosen")]
    public void What_the_platform_has_is_built(string target)
    {
        using TemporaryWorkspace workspace = Workspace();
        Assert.True(workspace.Translate([target]).Success);
    }

    [Theory]
    [InlineData("//:never", "    //:never   <-- the target platform didn't satisfy constraints [//:full, //:new]")]
    [InlineData("//:top", "    //:top\n    //:above\n    //:never.txt\n    //:never   <-- the target platform")]
    [InlineData("//:not_chosen", "didn't satisfy constraint @platforms//:incompatible")]
    public void What_it_has_not_is_an_error_that_names_the_constraint_and_the_way_there(string target, string message)
    {
        using TemporaryWorkspace workspace = Workspace();
        BazelDiagnostic error = Assert.Single(workspace.Translate([target]).Diagnostics);
        Assert.Equal(BazelErrorCode.IncompatibleTarget, error.Code);
        Assert.StartsWith($"target {target} is incompatible and cannot be built, but was explicitly requested", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wildcard_leaves_it_out_and_says_so()
    {
        using TemporaryWorkspace workspace = Workspace();
        TranslationResult result = workspace.Translate(["//:all"]);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        Assert.DoesNotContain(result.Graph!.Actions, a => a.Owner == "//:never");
        Assert.Equal(
            ["//:above", "//:never", "//:not_chosen", "//:top"],
            workspace.Warnings.Where(w => w.Code == BazelErrorCode.IncompatibleTarget).Select(w => w.Label).Order(StringComparer.Ordinal));
        Assert.All(workspace.Warnings, w => Assert.Equal(DiagnosticSeverity.Message, w.Severity));
        Assert.False(workspace.Translate(["//:all", "//:never"]).Success);
    }
}
