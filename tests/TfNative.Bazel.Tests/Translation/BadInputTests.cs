namespace TfNative.Bazel.Tests.Translation;

/// <summary>What a person can get wrong in a workspace or a request: each error has its code, its place and what to do.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryWorkspace workspace = new(("WORKSPACE", ""), ("lib/a.cc", "int a;\n"));

    public void Dispose() => workspace.Dispose();

    /// <summary>Translates //lib:a from the text of lib/BUILD.</summary>
    /// <param name="line">Where in lib/BUILD the error is; 0: somewhere else.</param>
    private string Fails(string code, string build, int line, string target = "//lib:a", Func<TranslationRequest, TranslationRequest>? change = null)
    {
        workspace.Write("lib/BUILD", build);
        TranslationResult result = workspace.Translate([target], change);
        Assert.False(result.Success);
        BazelDiagnostic error = result.Diagnostics[0];
        Assert.Equal((code, DiagnosticSeverity.Error), (error.Code, error.Severity));
        if (line > 0)
            Assert.Equal(($"{workspace.Root}/lib/BUILD", line), (error.File, error.Line));
        return error.Message;
    }

    [Fact]
    public void A_syntax_error_is_reported_where_it_is() =>
        Fails("TFN1101", "cc_library(\n    name = ,\n)\n", 2);

    [Fact]
    public void An_undefined_name_suggests_the_nearest() =>
        Assert.Contains("cc_library", Fails("TFN1201", "\ncc_libary(name = \"a\")\n", 2), StringComparison.Ordinal);

    [Fact]
    public void A_target_that_does_not_exist_suggests_the_nearest()
    {
        string message = Fails("TFN2008", "cc_library(name = \"a\", deps = [\":helprs\"])\ncc_library(name = \"helpers\")\n", 1);
        Assert.Contains("did you mean 'helpers'", message, StringComparison.Ordinal);
        Assert.Contains("//lib:a needs it", message, StringComparison.Ordinal);

        workspace.Write("other/BUILD", "cc_library(name = \"helpers\")\n");
        message = Fails("TFN2003", "cc_library(name = \"a\", deps = [\"//other:helprs\"])\n", 1);
        Assert.Contains("did you mean 'helpers'", message, StringComparison.Ordinal);
        Assert.Contains("needed by //lib:a", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_another_package_does_not_export_says_how_to_export_it()
    {
        workspace.Write("other/BUILD", "");
        workspace.Write("other/x.cc", "");
        Assert.Contains("exports_files([\"x.cc\"])", Fails("TFN2003", "cc_library(name = \"a\", srcs = [\"//other:x.cc\"])\n", 1), StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_that_does_not_exist_suggests_the_nearest() =>
        Assert.Contains("did you mean 'lib'", Fails("TFN2002", "", 0, "//lbi:a"), StringComparison.Ordinal);

    [Fact]
    public void A_repository_that_is_not_declared_shows_the_item_to_add()
    {
        string message = Fails("TFN2004", "cc_library(name = \"a\", deps = [\"@zlib//:z\"])\n", 1);
        Assert.Contains("<BazelRepository Include=\"zlib\"", message, StringComparison.Ordinal);
        Assert.Contains("needed by //lib:a", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_repository_is_told_with_the_chain_of_those_who_need_it()
    {
        workspace.Write("app/BUILD", "cc_binary(name = \"app\", deps = [\"//lib:middle\"])\n");
        string message = Fails("TFN2004", """
            cc_library(name = "middle", deps = [":a"], visibility = ["//visibility:public"])
            cc_library(name = "a", deps = ["@zlib//:z"])
            """, 2, "//app");
        Assert.EndsWith("\n  needed by //lib:a\n  needed by //lib:middle\n  needed by //app:app", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_repository_that_a_load_wants_is_told_with_the_files_that_load_it()
    {
        workspace.Write("lib/one.bzl", "load(\":two.bzl\", \"b\")\n");
        workspace.Write("lib/two.bzl", "\nload(\"@rules_foo//:defs.bzl\", \"b\")\n");
        workspace.Write("app/BUILD", "cc_binary(name = \"app\", deps = [\"//lib:a\"])\n");
        workspace.Write("lib/BUILD", "load(\":one.bzl\", \"b\")\n");
        BazelDiagnostic error = workspace.Translate(["//app"]).Diagnostics[0];
        Assert.Equal(("TFN2004", $"{workspace.Root}/lib/two.bzl", 2), (error.Code, error.File, error.Line));
        Assert.EndsWith(
            "\n  needed by //lib:two.bzl\n  needed by //lib:one.bzl\n  needed by //lib:BUILD\n  needed by //app:app", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_select_without_a_match_lists_the_conditions_that_were_tried()
    {
        string message = Fails("TFN2005", """
            config_setting(name = "dbg", values = {"compilation_mode": "dbg"})
            cc_library(
                name = "a",
                srcs = select({":dbg": ["a.cc"]}, no_match_error = "build it for debugging"),
            )
            """, 2);
        Assert.Contains("//lib:dbg", message, StringComparison.Ordinal);
        Assert.Contains("build it for debugging", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dependency_cycle_is_shown_as_a_path() =>
        Assert.Contains("//lib:a\n  -> //lib:b\n  -> //lib:c\n  -> //lib:a", Fails("TFN2007", """
            cc_library(name = "a", deps = [":b"])
            cc_library(name = "b", deps = [":c"])
            cc_library(name = "c", deps = [":a"])
            """, 1), StringComparison.Ordinal);

    [Fact]
    public void A_missing_source_names_the_label_that_wants_it() =>
        Assert.Contains("//lib:a needs it", Fails("TFN2008", "cc_library(name = \"a\", srcs = [\"none.cc\"])\n", 1), StringComparison.Ordinal);

    [Fact]
    public void A_compiler_that_is_not_installed_is_an_error() =>
        Assert.Contains("no-such-gcc", Fails("TFN2017", "cc_library(name = \"a\")\n", 0, change: r => r with { Toolchain = new() { CCompiler = "no-such-gcc" } }), StringComparison.Ordinal);

    [Fact]
    public void A_workspace_that_does_not_exist_names_the_property_to_set() =>
        Assert.Contains("BazelWorkspace", Fails("TFN2015", "", 0, change: r => r with { Workspace = "/no/such/folder" }), StringComparison.Ordinal);

    [Fact]
    public void A_pattern_that_names_no_target_is_an_error() =>
        Assert.Contains("//lib:all", Fails("TFN2016", "", 0, "//lib:all"), StringComparison.Ordinal);

    [Fact]
    public void A_dependency_that_is_not_visible_is_an_error()
    {
        workspace.Write("other/BUILD", "cc_library(name = \"x\", visibility = [\"//third:__pkg__\"])\n");
        Assert.Contains("//lib:__pkg__", Fails("TFN2020", "\ncc_library(name = \"a\", deps = [\"//other:x\"])\n", 2), StringComparison.Ordinal);
    }

    [Fact]
    public void Visibility_may_be_a_warning_or_nothing_at_all()
    {
        workspace.Write("other/BUILD", "cc_library(name = \"x\", visibility = [\"//third:__pkg__\"])\n");
        workspace.Write("lib/BUILD", "\ncc_library(name = \"a\", deps = [\"//other:x\"])\n");
        Assert.True(workspace.Translate(["//lib:a"], r => r with { Visibility = VisibilityPolicy.Ignore }).Success);
        Assert.Empty(workspace.Warnings);
        Assert.True(workspace.Translate(["//lib:a"], r => r with { Visibility = VisibilityPolicy.Warning }).Success);
        BazelDiagnostic warning = Assert.Single(workspace.Warnings);
        Assert.Equal(("TFN2020", DiagnosticSeverity.Warning, 2), (warning.Code, warning.Severity, warning.Line));
    }

    [Fact]
    public void A_file_that_is_not_exported_has_the_visibility_of_its_package()
    {
        workspace.Write("other/BUILD", "package(default_visibility = [\"//lib:__pkg__\"])\nfilegroup(name = \"g\", srcs = [\"x.h\"])\n");
        workspace.Write("other/x.h", "");
        workspace.Write("lib/BUILD", "cc_library(name = \"a\", hdrs = [\"//other:x.h\"])\n");
        Assert.True(workspace.Translate(["//lib:a"]).Success);
    }

    [Fact]
    public void A_value_of_the_wrong_type_says_which_type_is_wanted() =>
        Assert.Contains("list(label)", Fails("TFN2011", "\ncc_library(\n    name = \"a\",\n    srcs = \"a.cc\",\n)\n", 2), StringComparison.Ordinal);

    [Fact]
    public void A_missing_mandatory_attribute_is_named() =>
        Assert.Contains("'outs'", Fails("TFN2012", "genrule(name = \"a\", cmd = \"\")\n", 1), StringComparison.Ordinal);

    [Fact]
    public void An_unknown_attribute_suggests_the_nearest() =>
        Assert.Contains("did you mean 'copts'", Fails("TFN2010", "cc_library(name = \"a\", cops = [])\n", 1), StringComparison.Ordinal);

    [Fact]
    public void A_value_that_is_not_allowed_is_told_with_those_that_are()
    {
        workspace.Write("lib/rules.bzl", """
            def _impl(ctx):
                return []
            r = rule(implementation = _impl, attrs = {"kind": attr.string(values = ["a", "b"]), "srcs": attr.label_list(allow_files = [".cc"], allow_empty = False), "one": attr.label(allow_single_file = True), "tool": attr.label(executable = True, cfg = "exec"), "dep": attr.label()})
            """);
        const string Load = "load(\":rules.bzl\", \"r\")\n";
        Assert.Contains("has to be one of \"a\" or \"b\" instead of \"c\"", Fails("TFN2011", Load + "r(name = \"a\", kind = \"c\")\n", 2), StringComparison.Ordinal);
        Assert.Contains("\"a\" or \"b\"", Fails("TFN2011", Load + "r(name = \"a\", kind = select({\"//conditions:default\": \"d\"}))\n", 2), StringComparison.Ordinal);
        Assert.Contains("must not be empty", Fails("TFN2011", Load + "r(name = \"a\", srcs = [])\n", 2), StringComparison.Ordinal);
        workspace.Write("lib/x.txt", "");
        Assert.Contains("'//lib:x.txt' is misplaced here (expected .cc)", Fails("TFN2028", Load + "r(name = \"a\", srcs = [\"x.txt\"])\n", 2), StringComparison.Ordinal);
        Assert.Contains("(expected no files)", Fails("TFN2028", Load + "r(name = \"a\", dep = \"x.txt\")\n", 2), StringComparison.Ordinal);
        Assert.Contains("must produce a single file, it has 2", Fails("TFN2028", Load + "r(name = \"a\", one = \":g\")\nfilegroup(name = \"g\", srcs = [\"x.txt\", \"a.cc\"])\n", 2), StringComparison.Ordinal);
        Assert.Contains("wants an executable target", Fails("TFN2028", Load + "r(name = \"a\", tool = \":g\")\nfilegroup(name = \"g\")\n", 2), StringComparison.Ordinal);
    }

    [Fact]
    public void A_circle_of_aliases_ends() =>
        Fails("TFN2007", "alias(name = \"a\", actual = \":b\")\nalias(name = \"b\", actual = \":a\")\n", 0);

    [Fact]
    public void Two_rules_with_one_output_conflict() =>
        Assert.Contains("x.h", Fails("TFN2014", "genrule(name = \"a\", outs = [\"x.h\"], cmd = \"\")\ngenrule(name = \"b\", outs = [\"x.h\"], cmd = \"\")\n", 2), StringComparison.Ordinal);

    [Fact]
    public void Load_statements_in_a_circle_are_shown_as_a_path()
    {
        workspace.Write("lib/one.bzl", "load(\":two.bzl\", \"b\")\na = b\n");
        workspace.Write("lib/two.bzl", "load(\":one.bzl\", \"a\")\nb = a\n");
        string message = Fails("TFN2019", "load(\":one.bzl\", \"a\")\n", 0);
        Assert.Contains("//lib:two.bzl\n  -> //lib:one.bzl\n  -> //lib:two.bzl", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_to_load_that_does_not_exist_is_reported_at_the_load() =>
        Assert.Contains("none.bzl", Fails("TFN2018", "\nload(\":none.bzl\", \"a\")\n", 2), StringComparison.Ordinal);

    [Fact]
    public void A_name_that_reaches_into_another_package_says_how_to_write_it()
    {
        workspace.Write("lib/sub/BUILD", "");
        workspace.Write("lib/sub/x.cc", "");
        Assert.Contains("'//lib/sub:x.cc'", Fails("TFN2030", "\ncc_library(name = \"a\", srcs = [\"sub/x.cc\"])\n", 2), StringComparison.Ordinal);
    }

    [Fact]
    public void A_malformed_query_is_shown_with_a_caret()
    {
        BazelDiagnostic error = Assert.Single(workspace.Query("deps(//lib:a").Diagnostics);
        Assert.Equal("TFN2044", error.Code);
        Assert.Contains("  deps(//lib:a\n              ^", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_query_about_a_target_that_does_not_exist_suggests_the_nearest()
    {
        workspace.Write("lib/BUILD", "cc_library(name = \"helpers\")\n");
        BazelDiagnostic error = Assert.Single(workspace.Query("deps(//lib:helprs)").Diagnostics);
        Assert.Equal("TFN2003", error.Code);
        Assert.Contains("did you mean 'helpers'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dependency_that_is_testonly_is_for_tests()
    {
        const string Libraries = "cc_library(name = \"t\", testonly = True)\ncc_library(name = \"a\", deps = [\":t\"])\n";
        Assert.Contains("'//lib:t' is testonly and //lib:a is not", Fails("TFN2050", Libraries, 2), StringComparison.Ordinal);
        workspace.Write("lib/BUILD", "cc_library(name = \"t\", testonly = True)\ncc_test(name = \"a\", deps = [\":t\"], srcs = [\"a.cc\"])\n");
        Assert.True(workspace.Translate(["//lib:a"]).Success);
    }

    [Theory]
    [InlineData("[\"a.cc\", \":a.cc\"]")]
    [InlineData("[\"a.cc\"] + [] + [\"//lib:a.cc\"]")]
    [InlineData("[] + select({\"//conditions:default\": [\"a.cc\", \"a.cc\"]})")]
    public void A_label_that_a_list_names_twice_is_an_error(string sources) =>
        Assert.Contains("'//lib:a.cc' is duplicated in the 'srcs' attribute", Fails("TFN2051", $"\ncc_library(name = \"a\", srcs = {sources})\n", 2), StringComparison.Ordinal);

    [Fact]
    public void A_name_that_no_label_can_have_is_an_error() =>
        Assert.Contains("target names may not contain ':'", Fails("TFN2001", "\ncc_library(name = \"a:b\")\n", 2), StringComparison.Ordinal);

    [Fact]
    public void An_attribute_that_a_rule_in_Starlark_does_not_declare_is_unknown_though_native_rules_have_it()
    {
        workspace.Write("lib/rules.bzl", "plain = rule(implementation = lambda ctx: [])\n");
        Assert.Contains("no such attribute 'data'", Fails("TFN2010", "load(\":rules.bzl\", \"plain\")\nplain(name = \"a\", data = [\"a.cc\"])\n", 2), StringComparison.Ordinal);
    }

    [Fact]
    public void A_condition_that_asks_for_nothing_is_an_error() =>
        Fails("TFN2009", "config_setting(name = \"c\")\ncc_library(name = \"a\", srcs = select({\":c\": [], \"//conditions:default\": []}))\n", 1);

    [Fact]
    public void An_alias_needs_to_see_what_it_stands_for()
    {
        workspace.Write("other/BUILD", "cc_library(name = \"x\")\n");
        Assert.Contains("'//other:x' is not visible from target '//lib:a'", Fails("TFN2020", "\nalias(name = \"a\", actual = \"//other:x\")\n", 2), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_rules_definition_sees_its_instances_need_not_see()
    {
        workspace.Write("other/BUILD", "cc_library(name = \"x\")\n");
        workspace.Write("other/rules.bzl", """
            own = rule(implementation = lambda ctx: [], attrs = {"deps": attr.label_list(), "_x": attr.label(default = "//other:x")})
            """);
        const string Load = "load(\"//other:rules.bzl\", \"own\")\n";
        workspace.Write("lib/BUILD", Load + "own(name = \"a\")\n");
        Assert.True(workspace.Translate(["//lib:a"]).Success);
        Fails("TFN2020", Load + "own(name = \"a\", deps = [\"//other:x\"])\n", 2);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("visibility = [\"//third:__pkg__\"]", false)]
    public void A_condition_is_for_all_unless_it_says_for_whom(string visibility, bool isVisible)
    {
        workspace.Write("other/BUILD", $"config_setting(name = \"c\", values = {{\"cpu\": \"k8\"}}, {visibility})\n");
        const string Build = "\ncc_library(name = \"a\", copts = select({\"//other:c\": []}))\n";
        if (!isVisible)
            Fails("TFN2020", Build, 2);
        workspace.Write("lib/BUILD", Build);
        Assert.True(workspace.Translate(["//lib:a"], isVisible ? null : r => r with { Visibility = VisibilityPolicy.Ignore }).Success);
    }

    [Theory]
    [InlineData("\"public\"", true)]
    [InlineData("\"//lib/...\"", true)]
    [InlineData("[\"//third\", \"//lib\"]", true)]
    [InlineData("[\"//third\"]", false)]
    [InlineData("\"private\"", false)]
    public void A_file_says_which_packages_may_load_it(string packages, bool isVisible)
    {
        workspace.Write("other/BUILD", "");
        workspace.Write("other/defs.bzl", $"visibility({packages})\nx = 1\n");
        const string Build = "\nload(\"//other:defs.bzl\", \"x\")\ncc_library(name = \"a\")\n";
        if (!isVisible)
            Assert.Contains("'//other:defs.bzl' is not visible for loading from package '//lib'", Fails("TFN2020", Build, 2), StringComparison.Ordinal);
        workspace.Write("lib/BUILD", Build);
        Assert.True(workspace.Translate(["//lib:a"], isVisible ? null : r => r with { Visibility = VisibilityPolicy.Ignore }).Success);
    }

    [Theory]
    [InlineData("package(default_visibility = [\"//visibility:publik\"])")]
    [InlineData("cc_library(name = \"a\", visibility = [\"//visibility:publik\"])")]
    public void A_visibility_that_does_not_exist_names_those_that_do(string build) =>
        Assert.Contains("//visibility:public", Fails("TFN2001", "\n" + build + "\n", 2), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "", 1)]
    [InlineData("package(default_deprecation = \"use //new\")\n", "", 1)]
    [InlineData("", ", deprecation = \"I know\"", 0)]
    public void A_dependency_on_a_deprecated_target_of_another_package_is_a_warning(string package, string own, int warnings)
    {
        string deprecation = package.Length > 0 ? "" : ", deprecation = \"use //new\"";
        workspace.Write("other/BUILD", $"{package}cc_library(name = \"x\", visibility = [\"//visibility:public\"]{deprecation})\ncc_library(name = \"y\", deps = [\":x\"])\n");
        workspace.Write("lib/BUILD", $"\ncc_library(name = \"a\", deps = [\"//other:x\"]{own})\n");
        Assert.True(workspace.Translate(["//lib:a", "//other:y"]).Success);
        Assert.Equal(warnings, workspace.Warnings.Count);
        Assert.All(workspace.Warnings, w => Assert.Equal(("TFN2052", "target '//lib:a' depends on deprecated target '//other:x': use //new", 2), (w.Code, w.Message, w.Line)));
    }

    [Fact]
    public void An_output_that_lies_below_another_is_an_error()
    {
        const string Build = """
            genrule(name = "b", outs = ["out"], cmd = "touch $@")
            genrule(name = "c", outs = ["out/x/y"], cmd = "touch $@")
            filegroup(name = "a", srcs = ["out", "out/x/y"])
            """;
        Assert.Contains("lib/out/x/y' of //lib:c lies below 'bazel-out/k8-opt/bin/lib/out', which is an output of //lib:b", Fails("TFN2026", Build, 2), StringComparison.Ordinal);
        Assert.True(workspace.Translate(["//lib:b"]).Success);
        Assert.True(workspace.Translate(["//lib:c"]).Success);
    }
}
