using TfNative.Bazel.Tests.Translation;
using TfNative.Execution;

namespace TfNative.Bazel.Tests.Builtins;

/// <summary>rule(initializer = ...), as StarlarkRuleClassFunctions.java calls it.</summary>
public class RuleInitializerTests
{
    private static TemporaryWorkspace Workspace(string initializer, string call) => new(
        ("WORKSPACE", ""),
        ("rules/BUILD", "filegroup(name = 'near', visibility = ['//visibility:public'])"),
        ("rules/r.bzl", $$"""
            def _init(**kwargs):
                {{initializer.Replace("\n", "\n    ", StringComparison.Ordinal)}}

            def _impl(ctx):
                out = ctx.actions.declare_file(ctx.label.name + ".said")
                deps = ",".join([str(d.label) for d in ctx.attr.deps])
                ctx.actions.write(out, "%s %s %s" % (ctx.attr.text, ctx.attr.texts, deps))
                return [DefaultInfo(files = depset([out]))]

            r = rule(implementation = _impl, initializer = _init, attrs = {
                "text": attr.string(default = "plain"), "texts": attr.string_list(), "deps": attr.label_list(), "out": attr.output(), "_private": attr.string(),
            })
            """),
        ("BUILD", "load('//rules:r.bzl', 'r')\nfilegroup(name = 'near')\nconfig_setting(name = 'dbg', values = {'compilation_mode': 'dbg'})\n" + call));

    private static string Said(string initializer, string call)
    {
        using TemporaryWorkspace workspace = Workspace(initializer, call);
        var write = (WriteFileAction)Assert.Single(workspace.Graph("//:x").Actions, a => a.Mnemonic == "FileWrite");
        return System.Text.Encoding.UTF8.GetString(write.Content().Span);
    }

    [Theory]
    [InlineData("return {'text': kwargs.get('text', 'none') + '!'}", "r(name = 'x', text = 'given')", "given! [] ")]
    [InlineData("return {'text': kwargs.get('text', 'none') + '!'}", "r(name = 'x')", "none! [] ")]
    [InlineData("return {'texts': kwargs['texts'] + ['more']}", "r(name = 'x', texts = ['one'])", "plain [\"one\", \"more\"] ")]
    [InlineData("return None", "r(name = 'x', text = 'given')", "given [] ")]
    [InlineData("return {'name': kwargs['name'], 'text': ','.join(sorted(kwargs.keys()))}", "r(name = 'x', deps = [], tags = ['t'], texts = None, visibility = ['//visibility:public'])", "deps,name [] ")]
    // Labels of the call are seen from the package, those of the initializer from its file.
    [InlineData("return {'deps': kwargs['deps'] + [':near']}", "r(name = 'x', deps = [':near'])", "plain [] @//:near,@//rules:near")]
    [InlineData("return {'texts': [str(d) for d in kwargs['deps']], 'deps': []}", "r(name = 'x', deps = [':near'])", "plain [\"@//:near\"] ")]
    [InlineData("return {'texts': [str(native.package_relative_label('y'))]}", "r(name = 'x')", "plain [\"@//:y\"] ")]
    [InlineData("return {'texts': kwargs['texts'] + ['b']}", "r(name = 'x', texts = select({':dbg': ['d'], '//conditions:default': ['a']}))", "plain [\"a\", \"b\"] ")]
    public void It_gets_what_is_given_and_gives_what_it_changes(string initializer, string call, string expected) =>
        Assert.Equal(expected, Said(initializer, call));

    [Theory]
    [InlineData("return {'name': 'y'}", "can't change the name")]
    [InlineData("return {'tags': ['t']}", "can only set Starlark defined attributes, not 'tags'")]
    [InlineData("return {'_private': 't'}", "private attribute '_private'")]
    [InlineData("return {'unknown': 't'}", "no such attribute 'unknown'")]
    [InlineData("return ['text']", "want a dict")]
    [InlineData("return {'text': 3}", "expected value of type 'string'")]
    [InlineData("native.filegroup(name = 'more')", "cannot be declared from an initializer")]
    public void What_it_must_not_do_is_an_error(string initializer, string message)
    {
        using TemporaryWorkspace workspace = Workspace(initializer, "r(name = 'x')");
        TranslationResult result = workspace.Translate(["//:x"]);
        Assert.False(result.Success);
        Assert.Contains(message, result.Diagnostics[0].Message, StringComparison.Ordinal);
    }
}
