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
        Assert.Contains("in first aspect on plain rule //:b", diagnostic.Message, StringComparison.Ordinal);
        Assert.Contains("no luck", diagnostic.Message, StringComparison.Ordinal);
    }
}
