using TfNative.Bazel.Tests.Translation;

namespace TfNative.Bazel.Tests.Packages;

/// <summary>What BUILD files and macros can call (https://bazel.build/reference/be/functions, https://bazel.build/rules/lib/toplevel/native).</summary>
public sealed class BuildFileFunctionsTests
{
    /// <summary>Evaluates expressions in a macro of package p: each becomes the tag of a rule that can be asked for.</summary>
    private static string Evaluate(string expression, string before = "")
    {
        using var workspace = new TemporaryWorkspace(
            ("WORKSPACE", "workspace(name = 'ws')"),
            ("p/defs.bzl", $"""
                def macro():
                    value = {expression}
                    native.filegroup(name = "answer", tags = [str(value)])
                """),
            ("p/BUILD", $"load(':defs.bzl', 'macro')\n{before}\nmacro()\n"),
            ("p/a.txt", ""), ("p/b.txt", ""), ("p/sub/c.txt", ""), ("p/sub/deep/d.txt", ""), ("p/inner/BUILD", ""), ("p/inner/e.txt", ""));
        BazelQueryResult result = workspace.Query("//p:answer", QueryOutput.Build);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        string line = Assert.Single(result.Text.Split('\n'), line => line.StartsWith("  tags = [", StringComparison.Ordinal));
        return line["  tags = [\"".Length..^"\"],".Length].Replace("\\\"", "'", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("native.glob(['*.txt'])", "['a.txt', 'b.txt']")]
    [InlineData("native.glob(['**/*.txt'])", "['a.txt', 'b.txt', 'sub/c.txt', 'sub/deep/d.txt']")]
    [InlineData("native.glob(['**/*.txt'], exclude = ['sub/**', 'b*'])", "['a.txt']")]
    [InlineData("native.glob(['sub/*'], exclude_directories = 0)", "['sub/c.txt', 'sub/deep']")]
    [InlineData("native.glob(['*.none'], allow_empty = True)", "[]")]
    [InlineData("native.glob(['inner/*.txt'], allow_empty = True)", "[]")]
    [InlineData("native.subpackages(include = ['*'])", "['inner']")]
    [InlineData("native.subpackages(include = ['none'], allow_empty = True)", "[]")]
    [InlineData("json.decode('[1, -2, 2.5, 1e2, 12345678901234567890123]')", "[1, -2, 2.5, 100.0, 12345678901234567890123]")]
    [InlineData("native.package_name()", "p")]
    [InlineData("native.repository_name()", "@")]
    [InlineData("native.repo_name()", "")]
    [InlineData("native.module_name()", "None")]
    [InlineData("native.package_relative_label(':x')", "@//p:x")]
    [InlineData("native.package_relative_label('//q')", "@//q:q")]
    [InlineData("Label(':x').package", "p")]
    [InlineData("Label('//q:x').relative('y')", "@//q:y")]
    [InlineData("native.existing_rule('none')", "None")]
    [InlineData("native.existing_rule('first')['kind']", "genrule")]
    [InlineData("native.existing_rule('first')['outs']", "[':first.out']")]
    [InlineData("native.existing_rule('first')['srcs']", "[':a.txt']")]
    [InlineData("sorted(native.existing_rules())", "['first', 'second']")]
    [InlineData("[r['kind'] for r in native.existing_rules().values()]", "['genrule', 'cc_library']")]
    [InlineData("native.existing_rule('second')['copts']", "['-DX']")]
    [InlineData("'name' in native.existing_rule('second')", "True")]
    [InlineData("hasattr(native, 'cc_library')", "True")]
    [InlineData("hasattr(native, 'no_such_rule')", "False")]
    [InlineData("native.bazel_version != ''", "True")]
    public void Functions_know_the_package_that_calls_them(string expression, string expected) => Assert.Equal(expected, Evaluate(expression, """
        genrule(name = "first", srcs = ["a.txt"], outs = ["first.out"], cmd = "")
        cc_library(name = "second", copts = ["-DX"])
        """));

    [Fact]
    public void Declarations_that_mean_nothing_to_a_build_are_accepted()
    {
        using var workspace = new TemporaryWorkspace(
            ("BUILD", """
                package(
                    default_visibility = ["//visibility:private"], default_testonly = False, default_deprecation = "old", default_copts = ["-DP"],
                    features = ["f"], default_compatible_with = [":one"], default_package_metadata = [":meta"],
                )
                licenses(["notice"])
                environment(name = "one")
                environment(name = "two", fulfills = [":one"])
                environment_group(name = "group", environments = [":one", ":two"], defaults = [":one"])
                filegroup(name = "meta")
                filegroup(name = "limited", compatible_with = [":one"], package_metadata = [":meta"], distribs = [], exec_properties = {"a": "b"})
                platform(name = "host", constraint_values = ["@platforms//os:linux"], parents = [])
                constraint_setting(name = "size", default_constraint_value = ":small")
                constraint_value(name = "small", constraint_setting = ":size")
                package_group(name = "friends", packages = ["//...", "-//secret/..."], includes = [":others"])
                package_group(name = "others", packages = ["public"])
                exports_files(["x.txt"], visibility = [":friends"], licenses = ["notice"])
                test_suite(name = "none", tests = [], tags = ["t"])
                label_flag(name = "flag", build_setting_default = ":limited")
                label_setting(name = "setting", build_setting_default = ":limited")
                bind_like = [r for r in existing_rules() if r != "x"]
                """),
            ("x.txt", ""));
        TranslationResult result = workspace.Translate(["//:all"]);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        Assert.Contains("environment group //:group", workspace.Query("//:group", QueryOutput.LabelKind).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("a/b", true)]
    [InlineData("secret", false)]
    [InlineData("secret/deep", false)]
    [InlineData("only", true)]
    [InlineData("only/below", false)]
    [InlineData("third", false)]
    public void Package_groups_name_packages_with_wildcards_exceptions_and_other_groups(string package, bool allowed)
    {
        using var workspace = new TemporaryWorkspace(
            ("lib/BUILD", """
                package_group(name = "friends", packages = ["//a/...", "-//secret/..."], includes = [":only"])
                package_group(name = "only", packages = ["//only"])
                cc_library(name = "lib", visibility = [":friends"])
                """),
            ($"{package}/BUILD", "cc_library(name = 'user', deps = ['//lib'])\n"));
        Assert.Equal(allowed, workspace.Translate([$"//{package}:user"]).Success);
    }

    [Theory]
    [InlineData("//visibility:public", true)]
    [InlineData("//visibility:private", false)]
    [InlineData("//user:__pkg__", true)]
    [InlineData("//user:__subpackages__", true)]
    [InlineData("//other:__pkg__", false)]
    [InlineData("//:__subpackages__", true)]
    public void Visibility_is_given_by_packages_and_what_is_below_them(string visibility, bool allowed)
    {
        using var workspace = new TemporaryWorkspace(
            ("lib/BUILD", $"package(default_visibility = ['{visibility}'])\ncc_library(name = 'lib')\nexports_files(['x.h'])\n"),
            ("lib/x.h", ""),
            ("user/BUILD", "cc_library(name = 'user', deps = ['//lib'])\ncc_library(name = 'of_exported', hdrs = ['//lib:x.h'])\n"));
        Assert.Equal(allowed, workspace.Translate(["//user:user"]).Success);
        // An exported file is public unless exports_files() says otherwise.
        Assert.True(workspace.Translate(["//user:of_exported"]).Success);
    }

    [Fact]
    public void A_label_flag_stands_for_its_default_or_for_what_the_project_sets()
    {
        using var workspace = new TemporaryWorkspace(
            ("BUILD", """
                label_flag(name = "flag", build_setting_default = ":one")
                filegroup(name = "one", srcs = ["1.txt"])
                filegroup(name = "two", srcs = ["2.txt"])
                config_setting(name = "is_two", flag_values = {":flag": "//:two"})
                genrule(name = "g", srcs = [":flag"] + select({":is_two": ["3.txt"], "//conditions:default": []}), outs = ["out"], cmd = "cat $(SRCS) > $@")
                """),
            ("1.txt", ""), ("2.txt", ""), ("3.txt", ""));
        Assert.EndsWith("cat 1.txt > bazel-out/k8-opt/bin/out", Command(workspace, []), StringComparison.Ordinal);
        Assert.EndsWith("cat 2.txt 3.txt > bazel-out/k8-opt/bin/out", Command(workspace, new() { ["//:flag"] = "//:two" }), StringComparison.Ordinal);

        static string Command(TemporaryWorkspace workspace, Dictionary<string, string> flags) =>
            TemporaryWorkspace.Command(workspace.Graph("//:g", r => r with { Flags = flags }), "Genrule", "out")[2];
    }

    [Theory]
    [InlineData("//:nope", "1", "did you mean")]
    [InlineData("//none:x", "1", "no such package")]
    [InlineData("//:lib", "1", "not a build setting")]
    [InlineData("//:nose", "maybe", "'maybe' is no truth value")]
    public void A_build_setting_that_does_not_exist_or_has_no_such_value_is_an_error(string flag, string value, string message)
    {
        using var workspace = new TemporaryWorkspace(
            ("rules.bzl", "bool_flag = rule(implementation = lambda ctx: [], build_setting = config.bool(flag = True))"),
            ("BUILD", "load(':rules.bzl', 'bool_flag')\nbool_flag(name = 'nose', build_setting_default = False)\ncc_library(name = 'lib')\n"));
        BazelDiagnostic error = workspace.Translate(["//:lib"], r => r with { Flags = new Dictionary<string, string> { [flag] = value } }).Diagnostics[0];
        Assert.Equal(BazelErrorCode.UnknownFlag, error.Code);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains("--" + flag, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Defaults_of_a_package_hold_for_its_rules()
    {
        using var workspace = new TemporaryWorkspace(
            ("p/BUILD", "package(default_copts = ['-DPACKAGE'], default_visibility = ['//visibility:public'])\ncc_library(name = 'l', srcs = ['l.cc'], copts = ['-DOWN'])\ncc_binary(name = 'libx.so', linkshared = True, deps = [':l'])\n"),
            ("p/l.cc", ""));
        string[] command = TemporaryWorkspace.Command(workspace.Graph("//p:libx.so"), "CppCompile", "l.pic.o");
        Assert.Equal(["-DPACKAGE", "-DOWN"], command.Where(argument => argument is "-DPACKAGE" or "-DOWN"));
    }

    [Theory]
    [InlineData("glob(['*.none'], allow_empty = False)", BazelErrorCode.EmptyGlob)]
    [InlineData("glob(['../x'])", BazelErrorCode.EmptyGlob)]
    [InlineData("subpackages(include = ['none'])", BazelErrorCode.EmptyGlob)]
    [InlineData("package(no_such_default = 1)", "TFN1301")]
    [InlineData("package_group(name = 'g', packages = ['not a package'])", BazelErrorCode.LabelSyntax)]
    [InlineData("exports_files('x')", "TFN1301")]
    [InlineData("environment_group(name = 'g', environments = [':none'])", "TFN1301")]
    [InlineData("environment_group(name = 'g', environments = [':one'], defaults = [':other'])", "TFN2048")]
    [InlineData("cc_library('positional')", "TFN1301")]
    [InlineData("cc_library()", BazelErrorCode.MissingAttribute)]
    [InlineData("cc_library(name = 1)", BazelErrorCode.WrongAttributeType)]
    [InlineData("cc_library(name = '//x')", BazelErrorCode.LabelSyntax)]
    [InlineData("cc_library(name = 'x', visibility = select({'//conditions:default': []}))", BazelErrorCode.WrongAttributeType)]
    [InlineData("cc_library(name = 'x', alwayslink = 'yes')", BazelErrorCode.WrongAttributeType)]
    [InlineData("cc_library(name = 'x', deps = ['a b:c:d'])", BazelErrorCode.LabelSyntax)]
    [InlineData("cc_library(name = 'x')\ncc_library(name = 'x')", BazelErrorCode.DuplicateTarget)]
    public void What_is_wrong_with_a_call_is_told_at_its_line(string call, string code)
    {
        using var workspace = new TemporaryWorkspace(("BUILD", "# a comment\n" + call + "\n"));
        BazelDiagnostic error = workspace.Translate(["//:x"]).Diagnostics[0];
        Assert.Equal((code, workspace.Root + "/BUILD", call.Contains('\n', StringComparison.Ordinal) ? 3 : 2), (error.Code, error.File, error.Line));
    }
}
