using TfNative.Bazel.Tests.Translation;
using TfNative.Execution;

namespace TfNative.Bazel.Tests.Builtins;

/// <summary>https://bazel.build/extending/exec-groups.</summary>
public class ExecGroupTests
{
    private static TranslationResult Translate(string body, string attributes = "", string constraint = "@platforms//os:linux", string target = "")
    {
        using var workspace = new TemporaryWorkspace(
            ("WORKSPACE", ""),
            ("r.bzl", $$"""
                def _toolchain(ctx):
                    return [platform_common.ToolchainInfo(word = ctx.attr.word)]

                toolchain_of = rule(implementation = _toolchain, attrs = {"word": attr.string()})

                def _impl(ctx):
                    out = ctx.actions.declare_file("out")
                    {{body}}
                    return [DefaultInfo(files = depset([out]))]

                r = rule(
                    implementation = _impl,
                    exec_groups = {"link": exec_group(toolchains = ["//:linker"], exec_compatible_with = ["{{constraint}}"])},
                    attrs = { {{attributes}} },
                )
                """),
            ("BUILD", $$"""
                load(":r.bzl", "r", "toolchain_of")
                toolchain_type(name = "linker")
                toolchain_of(name = "impl", word = "from the group")
                toolchain(name = "linker_toolchain", toolchain_type = ":linker", toolchain = ":impl")
                r(name = "x", {{target}})
                """));
        return workspace.Translate(["//:x"], r => r with { Flags = new Dictionary<string, string> { ["extra_toolchains"] = "//:linker_toolchain" } });
    }

    [Theory]
    [InlineData("ctx.actions.run_shell(outputs = [out], command = ctx.exec_groups['link'].toolchains['//:linker'].word, exec_group = 'link')")]
    [InlineData("ctx.actions.run(outputs = [out], executable = 'from the group', exec_group = 'link')")]
    [InlineData("ctx.actions.run_shell(outputs = [out], command = 'from the group' if 'link' in ctx.exec_groups and 'other' not in ctx.exec_groups else '')")]
    public void A_group_has_toolchains_of_its_own_and_actions_name_it(string body)
    {
        TranslationResult result = Translate(body, "'tool': attr.label(cfg = config.exec(exec_group = 'link'))");
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        Assert.Contains("from the group", Assert.IsType<SpawnAction>(Assert.Single(result.Graph!.Actions)).CommandLine.ToArray());
    }

    [Theory]
    [InlineData("ctx.actions.run_shell(outputs = [out], command = '', exec_group = 'other')", "", "Action declared for non-existent exec group 'other'.")]
    [InlineData("ctx.exec_groups['other']", "", "unrecognized exec group 'other' requested. Available exec groups: [link]")]
    [InlineData("ctx.exec_groups[1]", "", "only support indexing by exec group name, got 1 of type int")]
    [InlineData("ctx.toolchains['//:linker']", "", "does not ask for the toolchain type")]
    [InlineData("pass", "'tool': attr.label(cfg = config.exec('other'))", "transition for non-existent exec group 'other'")]
    public void A_group_that_is_not_there_is_an_error(string body, string attributes, string message)
    {
        TranslationResult result = Translate(body, attributes);
        Assert.False(result.Success);
        Assert.Contains(message, result.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@platforms//os:windows", "")]
    [InlineData("@platforms//os:linux", "exec_compatible_with = ['@platforms//os:windows']")]
    public void A_platform_that_this_machine_is_not_is_an_error(string constraint, string target)
    {
        TranslationResult result = Translate("ctx.actions.write(out, '')", constraint: constraint, target: target);
        Assert.Equal(BazelErrorCode.MissingToolchain, result.Diagnostics[0].Code);
        Assert.Contains("constraint @platforms//os:windows", result.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x = subrule(implementation = print)")]
    [InlineData("x = rule(implementation = print, parent = print)")]
    [InlineData("x = rule(implementation = print, extendable = True)")]
    [InlineData("x = rule(implementation = print, subrules = [print])")]
    [InlineData("x = aspect(print, subrules = [print])")]
    public void What_is_experimental_is_an_error_and_not_ignored(string line)
    {
        using var workspace = new TemporaryWorkspace(("WORKSPACE", ""), ("r.bzl", line), ("BUILD", "load(':r.bzl', 'x')\nfilegroup(name = 'x')"));
        BazelDiagnostic error = workspace.Translate(["//:x"]).Diagnostics[0];
        Assert.Equal((BazelErrorCode.ExperimentalApi, 1), (error.Code, error.Line));
        Assert.Contains("--experimental_rule_extension_api", error.Message, StringComparison.Ordinal);
    }
}
