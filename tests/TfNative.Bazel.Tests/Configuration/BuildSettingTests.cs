using TfNative.Bazel.Tests.Translation;

namespace TfNative.Bazel.Tests.Configuration;

/// <summary>https://bazel.build/extending/config#user-defined-build-settings.</summary>
public class BuildSettingTests
{
    private const string Rules = """
        def _color(ctx):
            if ctx.build_setting_value not in ctx.attr.values:
                fail("invalid value '%s'; allowed: %s" % (ctx.build_setting_value, ctx.attr.values))
            return []

        color_flag = rule(implementation = _color, build_setting = config.string(flag = True), attrs = {"values": attr.string_list()})
        list_flag = rule(implementation = lambda ctx: [], build_setting = config.string_list(flag = True))
        """;

    private const string Build = """
        load(":rules.bzl", "color_flag", "list_flag")
        color_flag(name = "color", build_setting_default = "red", values = ["red", "green"])
        list_flag(name = "parts", build_setting_default = [])
        config_setting(name = "has_b", flag_values = {":parts": "b"})
        cc_binary(name = "x", srcs = ["x.cc"], copts = select({":has_b": ["-Dhas_b"], "//conditions:default": []}))
        """;

    [Theory]
    [InlineData("a,b", true)]
    [InlineData("b", true)]
    [InlineData("ab", false)]
    [InlineData("", false)]
    public void A_list_is_given_with_commas_and_matches_by_each_of_its_elements(string value, bool matches)
    {
        using var workspace = new TemporaryWorkspace(("rules.bzl", Rules), ("BUILD", Build), ("x.cc", ""));
        string[] command = TemporaryWorkspace.Command(
            workspace.Graph("//:x", r => r with { Flags = new Dictionary<string, string> { ["//:parts"] = value } }), "CppCompile", "x.o");
        Assert.Equal(matches, command.Contains("-Dhas_b"));
    }

    [Theory]
    [InlineData("green", true)]
    [InlineData("purple", false)]
    public void The_settings_own_rule_says_which_values_it_takes(string value, bool isTaken)
    {
        using var workspace = new TemporaryWorkspace(("rules.bzl", Rules), ("BUILD", Build), ("x.cc", ""));
        TranslationResult result = workspace.Translate(["//:x"], r => r with { Flags = new Dictionary<string, string> { ["//:color"] = value } });
        Assert.Equal(isTaken, result.Success);
        if (!isTaken)
            Assert.Contains("invalid value 'purple'; allowed: [\"red\", \"green\"]", Assert.Single(result.Diagnostics).Message, StringComparison.Ordinal);
    }
}
