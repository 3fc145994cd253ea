using TfNative.Bazel.Tests.Translation;
using TfNative.Execution;

namespace TfNative.Bazel.Tests.Analysis;

public class StarlarkRuleTests
{
    private const string Rules = """
        Wanted = provider(fields = [])

        def _setting(ctx):
            return []

        string_flag = rule(implementation = _setting, build_setting = config.string(flag = True))

        def _change(settings, attr):
            return {"//:mode": settings["//:mode"] + "+changed", "//command_line_option:compilation_mode": "fastbuild"}

        change = transition(implementation = _change, inputs = ["//:mode"], outputs = ["//:mode", "//command_line_option:compilation_mode"])
        greedy = transition(implementation = _change, inputs = ["//:mode"], outputs = ["//:mode"])
        unknown = transition(implementation = lambda settings, attr: {"//:no_such_setting": "x"}, inputs = [], outputs = ["//:no_such_setting"])
        silent = transition(implementation = lambda settings, attr: {"//:mode": "x"}, inputs = [], outputs = ["//:mode", "//command_line_option:copt"])
        mistyped = transition(implementation = lambda settings, attr: {"//:mode": 1}, inputs = [], outputs = ["//:mode"])
        by_label = transition(
            implementation = lambda settings, attr: {"//:mode": attr.deps[0].name + str(attr.count)}, inputs = [], outputs = ["//:mode"])
        same = transition(implementation = lambda settings, attr: {}, inputs = [], outputs = ["//:mode"])
        lost = transition(implementation = _change, inputs = ["//command_line_option:no_such_option"], outputs = [])

        def _show(ctx):
            out = ctx.actions.declare_file(ctx.label.name + ".txt")
            ctx.actions.run_shell(outputs = [out], command = ctx.attr._mode.label.name + " " + ctx.attr.text, mnemonic = "Show")
            return [DefaultInfo(files = depset([out]))]

        def _default_text(name):
            return "made of " + name

        show = rule(implementation = _show, attrs = {"_mode": attr.label(default = "//:mode"), "text": attr.string()})

        def _use(ctx):
            return [DefaultInfo(files = depset(transitive = [d[DefaultInfo].files for d in ctx.attr.deps]))]

        use = rule(implementation = _use, attrs = {"deps": attr.label_list(cfg = change)})
        use_greedy = rule(implementation = _use, attrs = {"deps": attr.label_list(cfg = greedy)})
        use_lost = rule(implementation = _use, attrs = {"deps": attr.label_list(cfg = lost)})
        use_silent = rule(implementation = _use, attrs = {"deps": attr.label_list(cfg = silent)})
        use_mistyped = rule(implementation = _use, attrs = {"deps": attr.label_list(cfg = mistyped)})
        use_by_label = rule(implementation = _use, attrs = {"deps": attr.label_list(cfg = by_label), "count": attr.int(default = 2)})
        run_info = rule(implementation = lambda ctx: [testing.ExecutionInfo({"a": "b"}), testing.TestEnvironment({"c": "d"})])
        use_same = rule(implementation = _use, attrs = {"deps": attr.label_list(cfg = same)})
        broken_promise = rule(implementation = _use, attrs = {"deps": attr.label_list()}, provides = [Wanted])
        twice = rule(implementation = lambda ctx: [Wanted(), Wanted()])
        changeable = rule(implementation = lambda ctx: [depset([[1]])])
        not_files = rule(implementation = lambda ctx: ctx.actions.run(outputs = [ctx.actions.declare_file("o")], executable = "x", inputs = ["text"]))
        not_tools = rule(implementation = lambda ctx: ctx.actions.run(outputs = [ctx.actions.declare_file("o")], executable = "x", tools = ["text"]))
        not_text = rule(implementation = lambda ctx: ctx.actions.run(outputs = [ctx.actions.declare_file("o")], executable = "x", arguments = [1]))
        no_program = rule(implementation = _use, attrs = {"deps": attr.label_list()}, executable = True)
        use_unknown = rule(implementation = _use, attrs = {"deps": attr.label_list(cfg = unknown)})
        wanting = rule(implementation = _use, attrs = {"deps": attr.label_list(providers = [Wanted])})

        def _toolchain(ctx):
            return [platform_common.ToolchainInfo(word = ctx.attr.word)]

        word_toolchain = rule(implementation = _toolchain, attrs = {"word": attr.string()})

        def _speak(ctx):
            out = ctx.actions.declare_file(ctx.label.name + ".txt")
            ctx.actions.run_shell(outputs = [out], command = ctx.toolchains["//:word"].word, mnemonic = "Speak")
            return [DefaultInfo(files = depset([out]))]

        def _outputs(name, text, src):
            return {"first": name + "." + text, "second": src.name + ".copy"}

        def _write(ctx):
            ctx.actions.write(ctx.outputs.first, "1")
            ctx.actions.write(ctx.outputs.second, "2")

        write = rule(implementation = _write, attrs = {"text": attr.string(), "src": attr.label(allow_single_file = True)}, outputs = _outputs)

        speak = rule(implementation = _speak, toolchains = ["//:word"])

        def _old(ctx):
            return struct(old = struct(word = "from a struct"))

        old = rule(implementation = _old)

        def _read_old(ctx):
            out = ctx.actions.declare_file(ctx.label.name + ".txt")
            template = ctx.actions.template_dict()
            template.add_joined("KEY", depset([ctx.attr.dep.old.word, "again"]), join_with = ",", map_each = _quote)
            ctx.actions.expand_template(template = ctx.file.template, output = out, computed_substitutions = template)
            return [DefaultInfo(files = depset([out]))]

        def _quote(word):
            return "'" + word + "'"

        read_old = rule(implementation = _read_old, attrs = {"dep": attr.label(), "template": attr.label(allow_single_file = True)})
        """;

    private const string Build = """
        load(":rules.bzl", "broken_promise", "changeable", "no_program", "not_files", "not_text", "not_tools", "old", "read_old", "run_info", "show", "speak", "string_flag", "twice", "use", "use_by_label", "use_greedy", "use_lost", "use_mistyped", "use_same", "use_silent", "use_unknown", "wanting", "word_toolchain", "write")
        string_flag(name = "mode", build_setting_default = "plain")
        config_setting(name = "changed", flag_values = {":mode": "plain+changed"})
        show(name = "shown", text = select({":changed": "changed", ":labelled": "labelled", "//conditions:default": "as it was"}))
        use(name = "used", deps = [":shown"])
        use_greedy(name = "greedy", deps = [":shown"])
        use_lost(name = "lost", deps = [":shown"])
        use_unknown(name = "unknown", deps = [":shown"])
        use_silent(name = "silent", deps = [":shown"])
        use_mistyped(name = "mistyped", deps = [":shown"])
        use_same(name = "same", deps = [":shown"])
        config_setting(name = "labelled", flag_values = {":mode": "shown2"})
        use_by_label(name = "by_label", deps = [":shown"])
        run_info(name = "run_info")
        broken_promise(name = "broken_promise")
        no_program(name = "no_program")
        twice(name = "twice")
        changeable(name = "changeable")
        not_files(name = "not_files")
        not_tools(name = "not_tools")
        not_text(name = "not_text")
        write(name = "written", text = "txt", src = "template.txt")
        wanting(name = "wanting", deps = [":shown"])
        toolchain_type(name = "word")
        word_toolchain(name = "windows_word", word = "windows")
        word_toolchain(name = "linux_word", word = "linux")
        toolchain(name = "t1", toolchain_type = ":word", toolchain = ":windows_word", target_compatible_with = ["@platforms//os:windows"])
        toolchain(name = "t2", toolchain_type = ":word", toolchain = ":linux_word", target_compatible_with = ["@platforms//os:linux"])
        speak(name = "spoken")
        old(name = "old")
        read_old(name = "read", dep = ":old", template = "template.txt")
        """;

    private static TemporaryWorkspace Workspace() => new(("rules.bzl", Rules), ("BUILD", Build), ("template.txt", "KEY"));

    [Fact]
    public void A_transition_builds_dependencies_in_a_configuration_with_a_folder_of_its_own()
    {
        using TemporaryWorkspace workspace = Workspace();
        BuildAction plain = Assert.Single(workspace.Graph("//:shown").Actions, a => a.Mnemonic == "Show");
        BuildAction changed = Assert.Single(workspace.Graph("//:used").Actions, a => a.Mnemonic == "Show");
        Assert.Equal("bazel-out/k8-opt/bin/shown.txt", plain.PrimaryOutput.ExecPath);
        Assert.Matches("^bazel-out/k8-fastbuild-ST-[0-9a-f]{12}/bin/shown.txt$", changed.PrimaryOutput.ExecPath);
        Assert.EndsWith(" as it was", ((SpawnAction)plain).CommandLine.ToArray()[2], StringComparison.Ordinal);
        Assert.EndsWith(" changed", ((SpawnAction)changed).CommandLine.ToArray()[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//:greedy", BazelErrorCode.RuleFailed, "returned undeclared output '//command_line_option:compilation_mode'")]
    [InlineData("//:lost", BazelErrorCode.UnknownFlag, "'//command_line_option:no_such_option'")]
    [InlineData("//:unknown", BazelErrorCode.UnknownFlag, "'//:no_such_setting'")]
    [InlineData("//:silent", BazelErrorCode.RuleFailed, "output '//command_line_option:copt' was not defined")]
    [InlineData("//:mistyped", BazelErrorCode.WrongAttributeType, "the build setting //:mode that a transition sets, but got 1 (int)")]
    [InlineData("//:broken_promise", BazelErrorCode.RuleFailed, "advertises the provider 'Wanted'")]
    [InlineData("//:no_program", BazelErrorCode.RuleFailed, "the rule is executable")]
    [InlineData("//:twice", BazelErrorCode.RuleFailed, "several instances of the provider 'Wanted'")]
    [InlineData("//:changeable", BazelErrorCode.RuleFailed, "depsets cannot contain items of type 'list'")]
    [InlineData("//:not_files", BazelErrorCode.RuleFailed, "parameter 'inputs' got an element of type 'string', want File")]
    [InlineData("//:not_tools", BazelErrorCode.RuleFailed, "parameter 'tools' got an element of type 'string'")]
    [InlineData("//:not_text", BazelErrorCode.RuleFailed, "parameter 'arguments' got an element of type 'int', want string or Args")]
    [InlineData("//:wanting", BazelErrorCode.MissingProvider, "'//:shown' does not have mandatory providers: 'Wanted'")]
    [InlineData("//:spoken", BazelErrorCode.MissingToolchain, "no matching toolchain found for //:word")]
    public void What_is_wrong_is_said_with_its_code(string target, string code, string message)
    {
        using TemporaryWorkspace workspace = Workspace();
        BazelDiagnostic diagnostic = Assert.Single(workspace.Translate([target]).Diagnostics);
        Assert.Equal(code, diagnostic.Code);
        Assert.Contains(message, diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_transition_that_gives_nothing_leaves_all_as_it_was()
    {
        using TemporaryWorkspace workspace = Workspace();
        Assert.Equal("bazel-out/k8-opt/bin/shown.txt", Assert.Single(workspace.Graph("//:same").Actions, a => a.Mnemonic == "Show").PrimaryOutput.ExecPath);
    }

    [Fact]
    public void A_function_may_name_a_rules_outputs_after_its_attributes()
    {
        using TemporaryWorkspace workspace = Workspace();
        Assert.Equal(
            ["bazel-out/k8-opt/bin/written.txt", "bazel-out/k8-opt/bin/template.txt.copy"], workspace.Translate(["//:written"]).Outputs.Select(o => o.ExecPath));
        Assert.True(workspace.Translate(["//:template.txt.copy"]).Success);
    }

    [Fact]
    public void The_first_toolchain_that_fits_the_platform_is_taken()
    {
        using TemporaryWorkspace workspace = Workspace();
        ActionGraph graph = workspace.Graph("//:spoken", r => r with { Flags = new Dictionary<string, string> { ["extra_toolchains"] = "//:t1,//:t2" } });
        Assert.Equal("linux", TemporaryWorkspace.Command(graph, "Speak", "spoken.txt")[2]);
    }

    [Fact]
    public void Fields_of_a_struct_that_an_old_rule_returns_are_the_targets_and_substitutions_may_come_from_depsets()
    {
        using TemporaryWorkspace workspace = Workspace();
        var action = (ExpandTemplateAction)Assert.Single(workspace.Graph("//:read").Actions, a => a.Mnemonic == "TemplateExpand");
        Assert.Equal(("KEY", "'from a struct','again'"), (Assert.Single(action.Substitutions).Key, action.Substitutions[0].Value));
    }

    [Fact]
    public void A_transition_sees_the_labels_that_attributes_name()
    {
        using TemporaryWorkspace workspace = Workspace();
        Assert.EndsWith(" labelled", TemporaryWorkspace.Command(workspace.Graph("//:by_label"), "Show", "shown.txt")[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_may_say_how_tests_are_run()
    {
        using TemporaryWorkspace workspace = Workspace();
        Assert.True(workspace.Translate(["//:run_info"]).Success);
    }
}
