using TfNative.Bazel.Tests.Translation;
using static TfNative.Bazel.Tests.Translation.TemporaryWorkspace;

namespace TfNative.Bazel.Tests.Attributes;

/// <summary>https://bazel.build/docs/configurable-attributes.</summary>
public class SelectTests
{
    private const string Settings = """
        config_setting(name = "opt", values = {"compilation_mode": "opt"})
        config_setting(name = "dbg", values = {"compilation_mode": "dbg"})
        config_setting(name = "fast", define_values = {"speed": "fast"})
        config_setting(name = "opt_and_fast", values = {"compilation_mode": "opt"}, define_values = {"speed": "fast"})
        config_setting(name = "linux", constraint_values = ["@platforms//os:linux"])
        config_setting(name = "flag_on", flag_values = {":flag": "True"})
        alias(name = "same_as_opt", actual = ":opt")
        """;

    private const string FlagRule = """
        Info = provider(fields = ["value"])

        def _impl(ctx):
            return Info(value = ctx.build_setting_value)

        bool_flag = rule(implementation = _impl, build_setting = config.bool(flag = True))
        """;

    [Theory]
    [InlineData("select({':opt': ['-DOPT'], '//conditions:default': ['-DOTHER']})", "-DOPT")]
    [InlineData("select({':dbg': ['-DDBG'], '//conditions:default': ['-DOTHER']})", "-DOTHER")]
    [InlineData("select({':same_as_opt': ['-DALIAS']})", "-DALIAS")]
    [InlineData("select({'@platforms//os:linux': ['-DLINUX']})", "-DLINUX")]
    [InlineData("select({':linux': ['-DLINUX']})", "-DLINUX")]
    [InlineData("select({':opt': ['-DOPT'], ':opt_and_fast': ['-DBOTH']})", "-DBOTH")]
    [InlineData("select({':flag_on': ['-DFLAG'], '//conditions:default': []})", "-DFLAG")]
    [InlineData("['-DX'] + select({':opt': ['-DY']}) + select({':fast': ['-DZ']})", "-DX -DY -DZ")]
    public void The_branch_of_the_configuration_is_taken(string copts, string expected)
    {
        using var workspace = new TemporaryWorkspace(
            ("flags.bzl", FlagRule),
            ("BUILD", $"load(':flags.bzl', 'bool_flag')\nbool_flag(name = 'flag', build_setting_default = False)\n{Settings}\n"
                + $"cc_binary(name = 'libx.so', linkshared = True, srcs = ['x.cc'], copts = {copts})"),
            ("x.cc", ""));
        string[] command = Command(
            workspace.Graph("//:libx.so", r => r with
            {
                Defines = new Dictionary<string, string> { ["speed"] = "fast" },
                Flags = new Dictionary<string, string> { ["//:flag"] = "true" },
            }),
            "CppCompile", "x.pic.o");
        int first = Array.FindIndex(command, a => a == expected.Split(' ')[0]);
        Assert.Equal(expected, string.Join(' ', command.Skip(first).Take(expected.Split(' ').Length)));
    }

    [Fact]
    public void Without_a_match_the_conditions_tried_are_listed_with_what_they_need()
    {
        using var workspace = new TemporaryWorkspace(
            ("BUILD", Settings.Replace("config_setting(name = \"flag_on\", flag_values = {\":flag\": \"True\"})\n", "", StringComparison.Ordinal)
                + "\ncc_binary(name = 'x', srcs = ['x.cc'], copts = select({':dbg': [], ':fast': []}, no_match_error = 'choose a speed'))"),
            ("x.cc", ""));
        BazelDiagnostic diagnostic = Assert.Single(workspace.Translate(["//:x"]).Diagnostics);
        Assert.Equal(BazelErrorCode.SelectWithoutMatch, diagnostic.Code);
        Assert.Contains("choose a speed", diagnostic.Message, StringComparison.Ordinal);
        Assert.Contains("//:dbg: needs --compilation_mode=dbg (is opt)", diagnostic.Message, StringComparison.Ordinal);
        Assert.Contains("//:fast: needs --define speed=fast (is not set)", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_matches_of_which_none_is_more_specific_are_an_error_unless_they_say_the_same()
    {
        using var workspace = new TemporaryWorkspace(
            ("BUILD", Settings.Replace("config_setting(name = \"flag_on\", flag_values = {\":flag\": \"True\"})\n", "", StringComparison.Ordinal)
                + "\ncc_binary(name = 'x', srcs = ['x.cc'], copts = select({':opt': ['-DA'], ':linux': ['-DB']}))"
                + "\ncc_binary(name = 'y', srcs = ['x.cc'], copts = select({':opt': ['-DA'], ':linux': ['-DA']}))"),
            ("x.cc", ""));
        BazelDiagnostic diagnostic = Assert.Single(workspace.Translate(["//:x"]).Diagnostics);
        Assert.Equal(BazelErrorCode.SelectAmbiguous, diagnostic.Code);
        Assert.True(workspace.Translate(["//:y"]).Success);
    }
}
