using TfNative.Bazel.Tests.Translation;

namespace TfNative.Bazel.Tests.Constraints;

/// <summary>restricted_to and compatible_with, as Bazel's RuleContextConstraintSemantics.java has them.</summary>
public class EnvironmentTests
{
    private const string Group = """
        environment(name = "linux", fulfills = [])
        environment(name = "mac")
        environment(name = "desktop_linux", fulfills = [":linux"])
        environment_group(name = "systems", environments = [":linux", ":mac", ":desktop_linux"], defaults = [":linux"])
        """;

    private static BazelDiagnostic? Translate(string build, Func<TranslationRequest, TranslationRequest>? change = null, string group = Group)
    {
        using var workspace = new TemporaryWorkspace(("WORKSPACE", ""), ("env/BUILD", group), ("BUILD", build), ("f.txt", ""));
        TranslationResult result = workspace.Translate(["//:x"], change);
        return result.Success ? null : result.Diagnostics[0];
    }

    private static string Filegroup(string name, string rest = "") => $"filegroup(name = \"{name}\", {rest})\n";

    [Theory]
    [InlineData("compatible_with = ['//env:mac']", "compatible_with = ['//env:mac']")]
    [InlineData("", "compatible_with = ['//env:mac']")]
    [InlineData("restricted_to = ['//env:mac']", "compatible_with = ['//env:mac']")]
    [InlineData("restricted_to = ['//env:mac']", "restricted_to = ['//env:mac']")]
    [InlineData("restricted_to = ['//env:linux']", "")]
    [InlineData("", "restricted_to = ['//env:linux', '//env:mac']")]
    // An environment that fulfills another stands for it.
    [InlineData("restricted_to = ['//env:linux']", "restricted_to = ['//env:desktop_linux']")]
    public void A_dependency_that_supports_what_its_user_supports_is_allowed(string user, string dependency) =>
        Assert.Null(Translate(Filegroup("x", $"srcs = ['dep'], {user}") + Filegroup("dep", dependency)));

    [Theory]
    [InlineData("compatible_with = ['//env:mac']", "", "//env:mac")]
    [InlineData("restricted_to = ['//env:mac']", "", "//env:mac")]
    [InlineData("", "restricted_to = ['//env:mac']", "//env:linux")]
    [InlineData("restricted_to = ['//env:desktop_linux']", "restricted_to = ['//env:linux']", "//env:desktop_linux")]
    [InlineData("restricted_to = ['//env:mac', '//env:linux']", "restricted_to = ['//env:desktop_linux']", "//env:mac")]
    public void A_dependency_that_does_not_is_an_error_that_names_the_environment(string user, string dependency, string missing)
    {
        BazelDiagnostic error = Translate(Filegroup("x", $"srcs = ['dep'], {user}") + Filegroup("dep", dependency))!;
        Assert.Equal((BazelErrorCode.Environment, "//:x"), (error.Code, error.Label));
        Assert.Contains($"dependency //:dep doesn't support expected environment: {missing};", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_and_tools_need_no_environment_but_outputs_have_that_of_their_rule()
    {
        const string Tool = "genrule(name = 't', outs = ['t.sh'], cmd = 'true', executable = True)\n";
        Assert.Null(Translate(Tool + "genrule(name = 'x', srcs = ['f.txt'], tools = [':t'], outs = ['o'], cmd = 'true', restricted_to = ['//env:mac'])"));
        BazelDiagnostic error = Translate(Tool + Filegroup("x", "srcs = ['t.sh'], restricted_to = ['//env:mac']"))!;
        Assert.Contains("dependency //:t.sh doesn't support", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_says_it_for_its_targets()
    {
        const string Targets = "filegroup(name = 'x', srcs = [':dep'], compatible_with = ['//env:mac'])\nfilegroup(name = 'dep')\n";
        Assert.NotNull(Translate(Targets));
        Assert.Null(Translate("package(default_compatible_with = ['//env:mac'])\n" + Targets));
        Assert.NotNull(Translate("package(default_restricted_to = ['//env:desktop_linux'])\n" + Targets));
    }

    [Fact]
    public void What_only_a_select_chooses_may_take_environments_away_but_not_all()
    {
        const string Selected = """
            config_setting(name = "always", values = {"define": "a=b"})
            filegroup(name = "mac_only", restricted_to = ["//env:mac"])
            filegroup(name = "x", srcs = select({":always": [":mac_only"], "//conditions:default": []}), restricted_to = [RESTRICTED])
            filegroup(name = "above", srcs = [":x"])
            """;
        static TranslationRequest Defined(TranslationRequest request) => request with { Defines = new Dictionary<string, string> { ["a"] = "b" } };
        string both = Selected.Replace("RESTRICTED", "'//env:mac', '//env:linux'", StringComparison.Ordinal);
        Assert.Null(Translate(both, Defined));
        BazelDiagnostic error = Translate(Selected.Replace("RESTRICTED", "'//env:linux'", StringComparison.Ordinal), Defined)!;
        Assert.Equal(BazelErrorCode.Environment, error.Code);
        Assert.Contains("environment: //env:linux\n    removed by: //:x", error.Message, StringComparison.Ordinal);
        Assert.Contains("chooses dep: //:mac_only", error.Message, StringComparison.Ordinal);
        // What is wanted has to support the environment that is asked for.
        TranslationRequest For(TranslationRequest r, string environment) => Defined(r) with { Flags = new Dictionary<string, string> { ["target_environment"] = environment } };
        Assert.Null(Translate(both, r => For(r, "//env:mac")));
        Assert.Contains("removed by: //:x", Translate(both, r => For(r, "//env:linux"))!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("restricted_to = []", "attribute cannot be empty")]
    [InlineData("restricted_to = ['//env:mac'], compatible_with = ['//env:mac']", "cannot appear both here and in restricted_to")]
    [InlineData("restricted_to = ['//env:mac'], compatible_with = ['//env:linux']", "belong to the same environment group")]
    [InlineData("restricted_to = [':dep']", "not a valid environment definition")]
    public void What_contradicts_itself_is_an_error(string attributes, string message) =>
        Assert.Contains(message, Translate(Filegroup("x", attributes) + Filegroup("dep"))!.Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("environment(name = 'a')\nenvironment_group(name = 'g', environments = [':a'], defaults = [':b'])", "default //env:b is not a declared environment")]
    [InlineData("environment_group(name = 'g', environments = [':a'], defaults = [])", "environment //env:a does not exist")]
    [InlineData("environment(name = 'a', fulfills = [':b'])\nenvironment(name = 'b')\nenvironment_group(name = 'g', environments = [':a'], defaults = [])", "in \"fulfills\" attribute of //env:a: //env:b is not a member")]
    [InlineData("environment(name = 'linux')", "cannot find the group for environment //env:linux")]
    public void A_group_that_does_not_hang_together_is_an_error(string group, string message) =>
        Assert.Contains(message, Translate(Filegroup("x", "restricted_to = ['//env:linux']"), group: group)!.Message, StringComparison.Ordinal);
}
