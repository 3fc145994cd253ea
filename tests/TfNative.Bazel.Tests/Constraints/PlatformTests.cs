using TfNative.Bazel.Tests.Translation;
using static TfNative.Bazel.Tests.Translation.TemporaryWorkspace;

namespace TfNative.Bazel.Tests.Constraints;

/// <summary>https://bazel.build/extending/platforms.</summary>
public class PlatformTests
{
    private const string Build = """
        constraint_setting(name = "gpu", default_constraint_value = ":none")
        constraint_value(name = "none", constraint_setting = ":gpu")
        constraint_value(name = "cuda", constraint_setting = ":gpu")
        constraint_value(name = "rocm", constraint_setting = ":gpu")
        platform(name = "plain", parents = ["@platforms//host"])
        platform(name = "with_cuda", parents = [":plain"], constraint_values = [":cuda"])
        platform(name = "with_rocm", parents = [":with_cuda"], constraint_values = [":rocm"])
        platform(name = "with_both", constraint_values = [":cuda", ":rocm"])
        cc_library(name = "no_platform")
        cc_binary(name = "x", srcs = ["x.cc"], copts =
            select({":cuda": ["-Dcuda"], ":rocm": ["-Drocm"], ":none": ["-Dnone"]}) + select({"@platforms//os:linux": [], "//conditions:default": ["-Dno_linux"]}))
        genrule(name = "made", outs = ["made.txt"], tools = [":x"], cmd = "$(location :x) > $@")
        """;

    [Theory]
    [InlineData("", "-Dnone")]
    [InlineData("//:plain", "-Dnone")]
    [InlineData("//:with_cuda", "-Dcuda")]
    [InlineData("//:with_rocm", "-Drocm")]
    public void Selects_see_the_values_of_the_platform_of_its_parents_and_defaults(string platform, string option)
    {
        using var workspace = new TemporaryWorkspace(("BUILD", Build), ("x.cc", ""));
        string[] command = Command(workspace.Graph("//:x", r => r with { Flags = new Dictionary<string, string> { ["platforms"] = platform } }), "CppCompile", "x.o");
        Assert.Equal([option], command.Where(a => a is "-Dcuda" or "-Drocm" or "-Dnone" or "-Dno_linux"));
    }

    [Fact]
    public void Tools_are_for_this_machine_whatever_is_built_for()
    {
        using var workspace = new TemporaryWorkspace(("BUILD", Build), ("x.cc", ""));
        Assert.Contains("-Dnone", Command(workspace.Graph("//:made", r => r with { Flags = new Dictionary<string, string> { ["platforms"] = "//:with_cuda" } }), "CppCompile", "x.o"));
    }

    [Theory]
    [InlineData("//:with_both", BazelErrorCode.RuleFailed, "//:cuda, //:rocm")]
    [InlineData("//:no_platform", BazelErrorCode.UnknownFlag, "//:no_platform was named as a platform, and is a cc_library rule")]
    [InlineData("//:missing", BazelErrorCode.NoSuchTarget, "//:missing")]
    public void A_platform_that_is_none_is_an_error(string platform, string code, string message)
    {
        using var workspace = new TemporaryWorkspace(("BUILD", Build), ("x.cc", ""));
        BazelDiagnostic error = Assert.Single(workspace.Translate(["//:x"], r => r with { Flags = new Dictionary<string, string> { ["platforms"] = platform } }).Diagnostics);
        Assert.Equal(code, error.Code);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
