using System.Text;
using TfNative.Bazel.Tests.Translation;
using TfNative.Execution;

namespace TfNative.Bazel.Tests.Analysis;

/// <summary>A rule "probe" whose implementation a test writes: what it hands to say() can be looked at.</summary>
internal sealed class ProbeRule : IDisposable
{
    private const string Prelude = """
        Info = provider(fields = ["word"])

        def _say(ctx, *lines):
            out = ctx.actions.declare_file(ctx.label.name + ".said")
            ctx.actions.write(out, "\n".join([str(line) for line in lines]))
            return out


        """;

    private const string Attributes = """
            "text": attr.string(default = "plain"),
            "texts": attr.string_list(default = ["one", "two"]),
            "number": attr.int(default = 3),
            "numbers": attr.int_list(),
            "flag": attr.bool(),
            "words": attr.string_dict(),
            "lists": attr.string_list_dict(),
            "dep": attr.label(allow_files = True),
            "deps": attr.label_list(allow_files = True),
            "single": attr.label(allow_single_file = True),
            "keyed": attr.label_keyed_string_dict(allow_files = True),
            "named": attr.string_keyed_label_dict(allow_files = True),
            "data": attr.label_list(allow_files = True),
            "tool": attr.label(executable = True, cfg = "exec"),
            "tools": attr.label_list(cfg = "exec"),
            "out": attr.output(),
            "outs": attr.output_list(),
            "_hidden": attr.label(default = "//p:hidden.txt", allow_single_file = True),
        """;

    /// <param name="body">The implementation: lines that may use ctx and say(); what it returns is the rule's providers.</param>
    /// <param name="declaration">The BUILD file of package p.</param>
    /// <param name="arguments">More of rule(), such as <c>executable = True</c>.</param>
    /// <param name="more">More of the .bzl file: functions and providers that the body uses.</param>
    public ProbeRule(string body, string declaration, string arguments = "", string more = "", params (string Path, string Text)[] files)
    {
        string implementation = string.Join("\n    ", body.ReplaceLineEndings("\n").Split('\n'));
        Workspace = new(
        [
            ("WORKSPACE", "workspace(name = 'ws')"),
            ("rules.bzl", $"{Prelude}{more}\n\ndef _probe(ctx):\n    say = lambda *lines: _say(ctx, *lines)\n    {implementation}\n\nprobe = rule(implementation = _probe, attrs = {{\n{Attributes}\n}}, {arguments})\n"),
            ("p/BUILD", "load(\"//:rules.bzl\", \"probe\")\nexports_files([\"hidden.txt\"])\n" + declaration),
            ("p/hidden.txt", ""),
            .. files,
        ]);
    }

    public TemporaryWorkspace Workspace { get; }

    /// <summary>What say() was given, of a rule of package p.</summary>
    public string Said(string target = "x")
    {
        ActionGraph graph = Workspace.Graph($"//p:{target}");
        var write = (WriteFileAction)Assert.Single(graph.Actions, a => a.PrimaryOutput.ExecPath.EndsWith($"/{target}.said", StringComparison.Ordinal));
        return Encoding.UTF8.GetString(write.Content().Span);
    }

    /// <summary>The only action of a kind.</summary>
    public T Action<T>(string mnemonic, string target = "x")
        where T : BuildAction => Assert.IsType<T>(Assert.Single(Workspace.Graph($"//p:{target}").Actions, a => a.Mnemonic == mnemonic));

    /// <summary>Why package p's target x cannot be built.</summary>
    public BazelDiagnostic Fails(string code)
    {
        TranslationResult result = Workspace.Translate(["//p:x"]);
        Assert.False(result.Success);
        Assert.Equal(code, result.Diagnostics[0].Code);
        return result.Diagnostics[0];
    }

    public void Dispose() => Workspace.Dispose();
}
