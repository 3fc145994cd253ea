using TfNative.Bazel.Tests.Translation;

namespace TfNative.Bazel.Tests.Analysis;

/// <summary>https://bazel.build/extending/aspects.</summary>
public class AspectTests
{
    private const string Rules = """
        FirstInfo = provider(fields = ["names"])
        SecondInfo = provider(fields = ["names"])

        def _names(target, ctx, provider):
            below = [name for dep in getattr(ctx.rule.attr, "deps", []) if provider in dep for name in dep[provider].names]
            return below + [ctx.label.name]

        def _first(target, ctx):
            return [FirstInfo(names = _names(target, ctx, FirstInfo))]

        first = aspect(implementation = _first, attr_aspects = ["deps"], provides = [FirstInfo])

        def _second(target, ctx):
            seen = "sees first" if FirstInfo in target else "blind"
            return [SecondInfo(names = _names(target, ctx, SecondInfo) + [seen, ctx.rule.kind])]

        second = aspect(implementation = _second, attr_aspects = ["deps"], required_aspect_providers = [FirstInfo])
        blind = aspect(implementation = _second, attr_aspects = ["deps"])
        picky = aspect(implementation = _first, attr_aspects = ["deps"], required_providers = [CcInfo], provides = [FirstInfo])

        def _collect(ctx):
            out = ctx.actions.declare_file(ctx.label.name + ".txt")
            dep = ctx.attr.dep
            lines = dep[FirstInfo].names if FirstInfo in dep else ["none"]
            if SecondInfo in dep:
                lines = lines + dep[SecondInfo].names
            ctx.actions.run_shell(outputs = [out], command = "\n".join(lines), mnemonic = "Collect")
            return [DefaultInfo(files = depset([out]))]

        collect = rule(implementation = _collect, attrs = {"dep": attr.label(aspects = [first])})
        collect_both = rule(implementation = _collect, attrs = {"dep": attr.label(aspects = [first, second])})
        collect_blind = rule(implementation = _collect, attrs = {"dep": attr.label(aspects = [first, blind])})
        collect_picky = rule(implementation = _collect, attrs = {"dep": attr.label(aspects = [picky])})

        def _plain(ctx):
            return []

        plain = rule(implementation = _plain, attrs = {"deps": attr.label_list(), "other": attr.label_list()})
        """;

    private const string Build = """
        load(":rules.bzl", "collect", "collect_both", "collect_blind", "collect_picky", "plain")
        plain(name = "a")
        plain(name = "unseen")
        plain(name = "b", deps = [":a"], other = [":unseen"])
        alias(name = "c", actual = ":b")
        collect(name = "one", dep = ":c")
        collect_both(name = "both", dep = ":b")
        collect_blind(name = "blind", dep = ":a")
        collect_picky(name = "picky", dep = ":a")
        """;

    [Theory]
    [InlineData("one", "a b")]
    [InlineData("both", "a b a sees first plain b sees first plain")]
    [InlineData("blind", "a a blind plain")]
    [InlineData("picky", "none")]
    public void An_aspect_goes_along_its_attributes_and_sees_those_that_it_asks_for(string target, string lines)
    {
        using var workspace = new TemporaryWorkspace(("rules.bzl", Rules), ("BUILD", Build));
        string[] command = TemporaryWorkspace.Command(workspace.Graph("//:" + target), "Collect", target + ".txt");
        Assert.Equal(lines, command[2].Replace('\n', ' '));
    }

    [Fact]
    public void What_goes_wrong_in_an_aspect_names_it_and_the_target_that_it_looks_at()
    {
        using var workspace = new TemporaryWorkspace(
            ("rules.bzl", Rules.Replace("return [FirstInfo(names = _names(target, ctx, FirstInfo))]", "fail('no luck')", StringComparison.Ordinal)), ("BUILD", Build));
        BazelDiagnostic diagnostic = Assert.Single(workspace.Translate(["//:one"]).Diagnostics);
        // What it looks at comes first: what the target depends on.
        Assert.Contains("in first aspect on plain rule //:a", diagnostic.Message, StringComparison.Ordinal);
        Assert.Contains("no luck", diagnostic.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[CcInfo]", true)]
    [InlineData("[]", false)]
    public void A_rule_that_does_not_advertise_the_providers_that_an_aspect_requires_is_passed_over(string provides, bool isVisited)
    {
        using var workspace = new TemporaryWorkspace(
            ("rules.bzl", $$"""
                def _aspect(target, ctx):
                    fail("visited")

                visit = aspect(implementation = _aspect, required_providers = [CcInfo])
                cc = rule(implementation = lambda ctx: [CcInfo()], provides = {{provides}})
                start = rule(implementation = lambda ctx: [], attrs = {"dep": attr.label(aspects = [visit])})
                """),
            ("BUILD", "load(':rules.bzl', 'cc', 'start')\ncc(name = 'dep')\nstart(name = 'a', dep = ':dep')\n"));
        Assert.Equal(!isVisited, workspace.Translate(["//:a"]).Success);
    }

    [Fact]
    public void An_aspect_goes_on_along_an_attribute_that_it_does_not_look_at()
    {
        using var workspace = new TemporaryWorkspace(
            ("rules.bzl", """
                def _aspect(target, ctx):
                    if ctx.label.name == "bad":
                        fail("found it")
                    return []

                check = aspect(implementation = _aspect, attr_aspects = ["deps"])
                start = rule(implementation = lambda ctx: [], attrs = {"deps": attr.label_list(aspects = [check])})
                """),
            ("BUILD", "load(':rules.bzl', 'start')\ncc_library(name = 'bad')\ncc_library(name = 'good', deps = [':bad'])\nstart(name = 'a', deps = [':good'])\n"));
        Assert.Contains("found it", Assert.Single(workspace.Translate(["//:a"]).Diagnostics).Message, StringComparison.Ordinal);
    }
}
