namespace TfNative.Bazel.Tests.Analysis;

/// <summary>https://bazel.build/rules/lib/builtins/ctx.</summary>
public class StarlarkContextTests
{
    private const string Build = """
        package(features = ["from_package", "-not_in_package"])
        filegroup(name = "two", srcs = ["a.txt", "b.txt"])
        filegroup(name = "one", srcs = ["a.txt"])
        genrule(name = "made", srcs = ["a.txt"], outs = ["made.txt"], cmd = "cp $< $@")
        genrule(name = "prog", outs = ["prog.sh"], cmd = "touch $@", executable = True)
        alias(name = "other", actual = ":one")
        probe(name = "y", text = "of y")
        probe(
            name = "x",
            text = "hello $(location a.txt) $(COMPILATION_MODE)",
            texts = ["a", "b"] + select({"//conditions:default": ["c"]}),
            number = 7,
            numbers = [1, 2],
            flag = True,
            words = {"k": "v"},
            lists = {"k": ["v", "w"]},
            dep = ":y",
            deps = [":two", ":made", ":other"],
            single = ":one",
            keyed = {":one": "first", "b.txt": "second"},
            named = {"first": ":one"},
            data = ["c.txt"],
            tool = ":prog",
            out = "declared.txt",
            outs = ["d1.txt", "d2.txt"],
            features = ["own", "-off", "-from_package"],
            tags = ["t"],
        )
        """;

    private static ProbeRule Probe(string body, string more = "") => new(
        body, Build, more: more, files: [("p/a.txt", ""), ("p/b.txt", ""), ("p/c.txt", "")]);

    [Theory]
    [InlineData("ctx.label", "@//p:x")]
    [InlineData("ctx.label.package + ' ' + ctx.label.name", "p x")]
    [InlineData("ctx.workspace_name", "ws")]
    [InlineData("ctx.build_file_path", "p/BUILD")]
    [InlineData("ctx.bin_dir.path", "bazel-out/k8-opt/bin")]
    [InlineData("ctx.genfiles_dir.path", "bazel-out/k8-opt/bin")]
    [InlineData("ctx.attr.name", "x")]
    [InlineData("ctx.attr.texts", "[\"a\", \"b\", \"c\"]")]
    [InlineData("ctx.attr.number + ctx.attr.numbers[1]", "9")]
    [InlineData("ctx.attr.flag", "True")]
    [InlineData("ctx.attr.words", "{\"k\": \"v\"}")]
    [InlineData("ctx.attr.lists", "{\"k\": [\"v\", \"w\"]}")]
    [InlineData("ctx.attr.tags", "[\"t\"]")]
    [InlineData("ctx.attr.testonly", "False")]
    [InlineData("ctx.attr.dep[Info].word", "of y")]
    [InlineData("ctx.attr.dep.label", "@//p:y")]
    [InlineData("[d.label.name for d in ctx.attr.deps]", "[\"two\", \"made\", \"one\"]")]
    [InlineData("[f.short_path for f in ctx.files.deps]", "[\"p/a.txt\", \"p/b.txt\", \"p/made.txt\"]")]
    [InlineData("ctx.file.single.path", "p/a.txt")]
    [InlineData("ctx.file._hidden.basename", "hidden.txt")]
    [InlineData("{k.label.name: v for k, v in ctx.attr.keyed.items()}", "{\"one\": \"first\", \"b.txt\": \"second\"}")]
    [InlineData("{k: v.label.name for k, v in ctx.attr.named.items()}", "{\"first\": \"one\"}")]
    [InlineData("ctx.executable.tool.path", "bazel-out/k8-opt-exec/bin/p/prog.sh")]
    [InlineData("ctx.attr.tool[DefaultInfo].files_to_run.executable.basename", "prog.sh")]
    [InlineData("ctx.outputs.out.short_path", "p/declared.txt")]
    [InlineData("[o.basename for o in ctx.outputs.outs]", "[\"d1.txt\", \"d2.txt\"]")]
    [InlineData("ctx.attr.out", "@//p:declared.txt")]
    [InlineData("sorted(ctx.features)", "[\"own\"]")]
    [InlineData("sorted(ctx.disabled_features)", "[\"from_package\", \"not_in_package\", \"off\"]")]
    [InlineData("ctx.var['COMPILATION_MODE'] + ctx.var['TARGET_CPU'] + ctx.var['BINDIR']", "optk8bazel-out/k8-opt/bin")]
    [InlineData("ctx.var.get('no_such', 'none')", "none")]
    [InlineData("ctx.expand_location('$(location :one) $(locations :two)', ctx.attr.deps + [ctx.attr.single])", "p/a.txt p/a.txt p/b.txt")]
    [InlineData("ctx.expand_location('$(rootpath :made) $(execpath :made)', ctx.attr.deps)", "p/made.txt bazel-out/k8-opt/bin/p/made.txt")]
    [InlineData("ctx.expand_location('$(location c.txt)')", "p/c.txt")]
    [InlineData("ctx.expand_make_variables('text', '$(COMPILATION_MODE) $(own) $$x', {'own': 'mine'})", "opt mine $x")]
    [InlineData("ctx.tokenize(\"a 'b c' d\")", "[\"a\", \"b c\", \"d\"]")]
    [InlineData("ctx.fragments.cpp.copts", "[]")]
    [InlineData("ctx.configuration.default_shell_env['PATH'] != ''", "True")]
    [InlineData("ctx.configuration.coverage_enabled", "False")]
    [InlineData("ctx.configuration.host_path_separator", ":")]
    [InlineData("ctx.coverage_instrumented()", "False")]
    [InlineData("type(ctx)", "ctx")]
    [InlineData("hasattr(ctx.attr, 'none')", "False")]
    public void Each_field_has_what_the_declaration_and_the_configuration_say(string expression, string expected)
    {
        using ProbeRule probe = Probe($"""
            for output in [ctx.outputs.out] + ctx.outputs.outs:
                if output:
                    ctx.actions.write(output, "")
            said = say(({expression}) if ctx.label.name == "x" else "")
            return [DefaultInfo(files = depset([said])), Info(word = ctx.attr.text)]
            """);
        Assert.Equal(expected, probe.Said());
    }

    [Theory]
    [InlineData("f.path", "bazel-out/k8-opt/bin/p/sub/f.tar.gz")]
    [InlineData("f.short_path", "p/sub/f.tar.gz")]
    [InlineData("f.basename + ' ' + f.extension", "f.tar.gz gz")]
    [InlineData("f.dirname", "bazel-out/k8-opt/bin/p/sub")]
    [InlineData("f.root.path", "bazel-out/k8-opt/bin")]
    [InlineData("f.is_source", "False")]
    [InlineData("ctx.file._hidden.is_source", "True")]
    [InlineData("f.is_directory", "False")]
    [InlineData("ctx.actions.declare_directory('d').is_directory", "True")]
    [InlineData("f.owner", "@//p:x")]
    [InlineData("ctx.file._hidden.owner", "@//p:hidden.txt")]
    [InlineData("ctx.file._hidden.root.path == ''", "True")]
    [InlineData("ctx.actions.declare_file('g', sibling = f).short_path", "p/sub/g")]
    [InlineData("f", "<generated file p/sub/f.tar.gz>")]
    [InlineData("ctx.file._hidden", "<source file p/hidden.txt>")]
    [InlineData("{f: 1}[ctx.actions.declare_file('sub/f.tar.gz')]", "1")]
    public void A_file_knows_its_paths_and_its_owner(string expression, string expected)
    {
        using var probe = new ProbeRule(
            $"""
            f = ctx.actions.declare_file("sub/f.tar.gz")
            text = {expression}
            ctx.actions.write(f, "")
            ctx.actions.run_shell(outputs = [ctx.actions.declare_directory("d"), ctx.actions.declare_file("g", sibling = f)], command = "")
            return [DefaultInfo(files = depset([say(text)]))]
            """, "probe(name = \"x\")\n");
        Assert.Equal(expected, probe.Said());
    }

    [Fact]
    public void Files_of_other_repositories_have_short_paths_beside_the_main_one()
    {
        using var probe = new ProbeRule(
            "return [DefaultInfo(files = depset([say(ctx.file.single.path, ctx.file.single.short_path, ctx.file.single.owner)]))]",
            "probe(name = \"x\", single = \"@other//q:f.txt\")\n",
            files: [("../other/WORKSPACE", ""), ("../other/q/BUILD", "exports_files([\"f.txt\"])"), ("../other/q/f.txt", "")]);
        var graph = probe.Workspace.Graph("//p:x", r => r with { Repositories = [new() { Name = "other", Path = probe.Workspace.Folder + "/other" }] });
        var write = (TfNative.Execution.WriteFileAction)Assert.Single(graph.Actions, a => a.PrimaryOutput.ExecPath.EndsWith("x.said", StringComparison.Ordinal));
        Assert.Equal("external/other/q/f.txt\n../other/q/f.txt\n@other//q:f.txt", System.Text.Encoding.UTF8.GetString(write.Content().Span));
    }

    [Fact]
    public void Output_groups_are_told_apart_by_name_and_by_filegroups()
    {
        using var probe = new ProbeRule(
            """
            a, b = ctx.actions.declare_file(ctx.label.name + "_a"), ctx.actions.declare_file(ctx.label.name + "_b")
            ctx.actions.write(a, "")
            ctx.actions.write(b, "")
            groups = [str(sorted(d[OutputGroupInfo])) + d[OutputGroupInfo].more.to_list()[0].basename for d in ctx.attr.deps if OutputGroupInfo in d]
            return [DefaultInfo(files = depset([say(groups, [f.basename for f in ctx.files.data])])), OutputGroupInfo(more = depset([a]), extra = [b])]
            """,
            """
            probe(name = "x", deps = [":y"], data = [":only_extra"])
            probe(name = "y")
            filegroup(name = "only_extra", srcs = [":y"], output_group = "extra")
            """);
        Assert.Equal("[\"[\\\"extra\\\", \\\"more\\\"]y_a\"]\n[\"y_b\"]", probe.Said());
    }
}
