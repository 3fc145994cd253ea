using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

/// <summary>Rules in the manner of Bazel's own examples (https://github.com/bazelbuild/examples/tree/main/rules), built for real.</summary>
[Collection(SdkCollection.Name)]
public class StarlarkExamplesTests(SdkPackage sdk)
{
    private string Build(string bzl, string build, string target, params (string Path, string Text)[] files)
    {
        using var folder = new TestFolder(sdk);
        folder.Write("native/native.csproj", $"""
            <Project Sdk="TfNative.Sdk/{Repository.SdkVersion}">
              <ItemGroup><BazelTarget Include="//:{target}" /></ItemGroup>
            </Project>
            """);
        folder.Write("native/WORKSPACE", "workspace(name = \"ws\")\n");
        folder.Write("native/defs.bzl", bzl);
        folder.Write("native/BUILD", build);
        foreach ((string path, string text) in files)
            folder.Write("native/" + path, text);
        folder.Build("native").AssertSucceeded();
        return string.Concat(folder.Files("native/bin").Where(f => !f.EndsWith(".json", StringComparison.Ordinal)).Select(f => folder.Read(f)));
    }

    [Fact]
    public void An_aspect_counts_files_along_deps_with_a_parameter_of_the_rule() => Assert.Equal("h:2 *:5\n", Build(
        """
        FileCountInfo = provider(fields = {"count": "number of files"})

        def _aspect(target, ctx):
            count = 0
            for attribute in ["srcs", "hdrs"]:
                for f in getattr(ctx.rule.files, attribute, []):
                    if ctx.attr.extension == "*" or ctx.attr.extension == f.extension:
                        count += 1
            for dep in ctx.rule.attr.deps:
                count += dep[FileCountInfo].count
            return [FileCountInfo(count = count)]

        count_aspect = aspect(
            implementation = _aspect, attr_aspects = ["deps"],
            attrs = {"extension": attr.string(values = ["*", "h", "cc"])},
        )

        def _rule(ctx):
            for dep in ctx.attr.deps:
                ctx.actions.write(ctx.outputs.out, "%s:%d" % (ctx.attr.extension, dep[FileCountInfo].count))

        count_files = rule(implementation = _rule, attrs = {
            "deps": attr.label_list(aspects = [count_aspect]),
            "extension": attr.string(default = "*", values = ["*", "h", "cc"]),
            "out": attr.output(mandatory = True),
        })
        """,
        """
        load(":defs.bzl", "count_files")
        cc_library(name = "lib", srcs = ["lib.cc"], hdrs = ["lib.h", "more.h"])
        cc_binary(name = "app", srcs = ["app.cc", "app2.cc"], deps = [":lib"])
        count_files(name = "headers", deps = [":app"], extension = "h", out = "h.txt")
        count_files(name = "everything", deps = [":app"], out = "all.txt")
        genrule(name = "both", srcs = ["h.txt", "all.txt"], outs = ["both.txt"], cmd = "echo `cat $(SRCS) | sed 's/\\*/ */'` > $@")
        """,
        "both", ("lib.cc", ""), ("lib.h", ""), ("more.h", ""), ("app.cc", ""), ("app2.cc", "")));

    [Fact]
    public void Depsets_carry_sources_to_a_tool_of_Python_with_implicit_outputs_and_defaults_from_a_function() => Assert.Equal(
        "compiled: a.foo b.foo main.foo | flags -O -g | default of bin\n", Build(
        """
        FooFiles = provider(fields = ["transitive_sources"])

        def _sources(srcs, deps):
            return depset(srcs, transitive = [dep[FooFiles].transitive_sources for dep in deps], order = "postorder")

        def _library(ctx):
            return [FooFiles(transitive_sources = _sources(ctx.files.srcs, ctx.attr.deps))]

        foo_library = rule(implementation = _library, attrs = {"srcs": attr.label_list(allow_files = [".foo"]), "deps": attr.label_list(providers = [FooFiles])})

        def _binary(ctx):
            sources = _sources(ctx.files.srcs, ctx.attr.deps).to_list()
            args = ctx.actions.args()
            args.add(ctx.outputs.out)
            args.add_joined("--flags", ctx.attr.flags, join_with = " ")
            args.add("--word", ctx.file._word)
            args.add_all(sources)
            args.use_param_file("@%s", use_always = True)
            args.set_param_file_format("multiline")
            ctx.actions.run(
                arguments = [args], inputs = sources + [ctx.file._word], outputs = [ctx.outputs.out], executable = ctx.executable._foocc, mnemonic = "FooCompile")

        def _word(flags):
            return Label("//:debug.txt") if "-g" in flags else Label("//:plain.txt")

        foo_binary = rule(
            implementation = _binary,
            attrs = {
                "srcs": attr.label_list(allow_files = True), "deps": attr.label_list(), "flags": attr.string_list(default = ["-O"]),
                "_foocc": attr.label(default = "//:foocc", executable = True, cfg = "exec"),
                "_word": attr.label(default = _word, allow_single_file = True),
            },
            outputs = {"out": "%{name}.out"},
        )
        """,
        """
        load(":defs.bzl", "foo_binary", "foo_library")
        py_binary(name = "foocc", srcs = ["foocc.py"])
        genrule(name = "words", outs = ["debug.txt", "plain.txt"], cmd = "echo default of bin > $(location debug.txt); echo plain > $(location plain.txt)")
        foo_library(name = "a", srcs = ["a.foo"])
        foo_library(name = "b", srcs = ["b.foo"], deps = [":a"])
        foo_binary(name = "bin", srcs = ["main.foo"], deps = [":b", ":a"], flags = ["-O", "-g"])
        """,
        "bin", ("a.foo", ""), ("b.foo", ""), ("main.foo", ""),
        ("foocc.py", """
            import sys
            args = open(sys.argv[1][1:]).read().splitlines()
            with open(args[0], "w") as out:
                out.write("compiled: %s | flags %s | %s" % (" ".join(args[5:]), args[2], open(args[4]).read()))
            """)));

    [Fact]
    public void Build_settings_are_read_selected_on_and_changed_by_transitions_of_a_rule_and_of_an_attribute() => Assert.Equal(
        "own: medium\nrule: burnt\nsplit: [\"mild\", \"hot\"] mild hot\nselected: is medium\n", Build(
        """
        TempInfo = provider(fields = ["value"])
        _TEMPERATURES = ["rare", "medium", "burnt", "mild", "hot"]

        def _temperature(ctx):
            if ctx.build_setting_value not in _TEMPERATURES:
                fail(str(ctx.label) + " allows only " + str(_TEMPERATURES))
            return TempInfo(value = ctx.build_setting_value)

        temperature = rule(implementation = _temperature, build_setting = config.string(flag = True))

        def _burn(settings, attr):
            return {"//:temp": attr.cook if attr.cook else settings["//:temp"]}

        burn = transition(implementation = _burn, inputs = ["//:temp"], outputs = ["//:temp"])

        def _two(settings, attr):
            return {"first": {"//:temp": "mild"}, "second": {"//:temp": "hot"}}

        two = transition(implementation = _two, inputs = [], outputs = ["//:temp"])

        def _say(ctx):
            out = ctx.actions.declare_file(ctx.label.name + ".txt")
            text = ctx.attr.prefix + ctx.attr._temp[TempInfo].value
            if ctx.attr.parts:
                text = "split: %s %s" % ([p[TempInfo].value for p in ctx.attr.parts], " ".join([p[TempInfo].value for p in ctx.split_attr.parts.values()]))
            if ctx.attr.text:
                text = "selected: " + ctx.attr.text
            ctx.actions.write(out, text + "\n")
            return [DefaultInfo(files = depset([out])), TempInfo(value = ctx.attr._temp[TempInfo].value)]

        _ATTRS = {
            "prefix": attr.string(default = "own: "), "text": attr.string(), "cook": attr.string(),
            "parts": attr.label(cfg = two), "_temp": attr.label(default = "//:temp"),
        }
        say = rule(implementation = _say, attrs = _ATTRS)
        say_burnt = rule(implementation = _say, attrs = _ATTRS | {"_allowlist_function_transition": attr.label(default = "@bazel_tools//tools/allowlists/function_transition_allowlist")}, cfg = burn)
        """,
        """
        load(":defs.bzl", "say", "say_burnt", "temperature")
        temperature(name = "temp", build_setting_default = "medium")
        config_setting(name = "is_medium", flag_values = {":temp": "medium"})
        say(name = "own")
        say_burnt(name = "rule", prefix = "rule: ", cook = "burnt")
        say(name = "part")
        say(name = "split", parts = ":part")
        say(name = "selected", text = select({":is_medium": "is medium", "//conditions:default": "is not"}))
        genrule(name = "all_said", srcs = [":own", ":rule", ":split", ":selected"], outs = ["said.txt"], cmd = "cat $(SRCS) > $@")
        """,
        "all_said"));

    [Fact]
    public void A_rule_compiles_and_archives_with_the_cc_toolchain_and_its_library_links() => Assert.Equal("42\n", Build(
        """
        load("@bazel_tools//tools/build_defs/cc:action_names.bzl", "CPP_LINK_STATIC_LIBRARY_ACTION_NAME", "C_COMPILE_ACTION_NAME")
        load("@bazel_tools//tools/cpp:toolchain_utils.bzl", "find_cpp_toolchain", "use_cpp_toolchain")

        def _features(ctx, cc_toolchain):
            return cc_common.configure_features(
                ctx = ctx, cc_toolchain = cc_toolchain, requested_features = ctx.features, unsupported_features = ctx.disabled_features)

        def _compile(ctx):
            cc_toolchain = find_cpp_toolchain(ctx)
            features = _features(ctx, cc_toolchain)
            output = ctx.actions.declare_file(ctx.label.name + ".o")
            variables = cc_common.create_compile_variables(
                feature_configuration = features, cc_toolchain = cc_toolchain, user_compile_flags = ctx.fragments.cpp.copts + ctx.fragments.cpp.conlyopts + ctx.attr.copts,
                source_file = ctx.file.src.path, output_file = output.path, use_pic = True)
            ctx.actions.run(
                executable = cc_common.get_tool_for_action(feature_configuration = features, action_name = C_COMPILE_ACTION_NAME),
                arguments = cc_common.get_memory_inefficient_command_line(feature_configuration = features, action_name = C_COMPILE_ACTION_NAME, variables = variables),
                env = cc_common.get_environment_variables(feature_configuration = features, action_name = C_COMPILE_ACTION_NAME, variables = variables),
                inputs = depset([ctx.file.src], transitive = [cc_toolchain.all_files]), outputs = [output])
            return [DefaultInfo(files = depset([output]))]

        my_c_compile = rule(
            implementation = _compile, fragments = ["cpp"], toolchains = use_cpp_toolchain(),
            attrs = {"src": attr.label(mandatory = True, allow_single_file = True), "copts": attr.string_list()})

        def _archive(ctx):
            cc_toolchain = find_cpp_toolchain(ctx)
            features = _features(ctx, cc_toolchain)
            output = ctx.actions.declare_file("lib" + ctx.label.name + ".a")
            linker_input = cc_common.create_linker_input(owner = ctx.label, libraries = depset(direct = [cc_common.create_library_to_link(
                actions = ctx.actions, feature_configuration = features, cc_toolchain = cc_toolchain, static_library = output)]))
            variables = cc_common.create_link_variables(
                feature_configuration = features, cc_toolchain = cc_toolchain, output_file = output.path, is_using_linker = False, is_linking_dynamic_library = False)
            args = ctx.actions.args()
            args.add_all(cc_common.get_memory_inefficient_command_line(feature_configuration = features, action_name = CPP_LINK_STATIC_LIBRARY_ACTION_NAME, variables = variables))
            args.add_all(ctx.files.objects)
            ctx.actions.run(
                executable = cc_common.get_tool_for_action(feature_configuration = features, action_name = CPP_LINK_STATIC_LIBRARY_ACTION_NAME),
                arguments = [args], inputs = depset(ctx.files.objects, transitive = [cc_toolchain.all_files]), outputs = [output])
            info = CcInfo(
                compilation_context = cc_common.create_compilation_context(headers = depset(ctx.files.hdrs)),
                linking_context = cc_common.create_linking_context(linker_inputs = depset(direct = [linker_input])))
            return [DefaultInfo(files = depset([output])), cc_common.merge_cc_infos(cc_infos = [info] + [dep[CcInfo] for dep in ctx.attr.deps])]

        my_c_archive = rule(implementation = _archive, fragments = ["cpp"], toolchains = use_cpp_toolchain(), attrs = {
            "objects": attr.label_list(allow_files = [".o"]), "hdrs": attr.label_list(allow_files = [".h"]), "deps": attr.label_list(providers = [CcInfo])})
        """,
        """
        load(":defs.bzl", "my_c_archive", "my_c_compile")
        my_c_compile(name = "object", src = "answer.c", copts = ["-DANSWER=42"])
        my_c_archive(name = "archive", objects = [":object"], hdrs = ["answer.h"])
        cc_binary(name = "app", srcs = ["app.c"], deps = [":archive"])
        genrule(name = "said", outs = ["said.txt"], tools = [":app"], cmd = "$(location :app) > $@")
        """,
        "said", ("answer.c", "int answer(void) { return ANSWER; }\n"), ("answer.h", "int answer(void);\n"),
        ("app.c", "#include <stdio.h>\n#include \"answer.h\"\nint main(void) { printf(\"%d\\n\", answer()); return 0; }\n")));

    [Fact]
    public void Macros_globs_and_dictionaries_of_labels_make_what_their_files_say() => Assert.Equal("first=one.txt,second=two.txt;sub/deep.txt;plain,made\n", Build(
        """
        def _dict(ctx):
            out = ctx.actions.declare_file(ctx.label.name + ".txt")
            words = ["%s=%s" % (word, target.files.to_list()[0].basename) for target, word in ctx.attr.words.items()]
            ctx.actions.expand_template(
                template = ctx.file.template, output = out,
                substitutions = {"{WORDS}": ",".join(words), "{FOUND}": ",".join([f.short_path for f in ctx.files.found]), "{KINDS}": ctx.attr.kinds})
            return [DefaultInfo(files = depset([out]))]

        words = rule(implementation = _dict, attrs = {
            "words": attr.label_keyed_string_dict(allow_files = True), "found": attr.label_list(allow_files = True),
            "template": attr.label(default = "//:template.txt", allow_single_file = True), "kinds": attr.string()})

        def described(name, **kwargs):
            native.filegroup(name = name + "_plain", srcs = [])
            if not native.existing_rule(name + "_made"):
                native.genrule(name = name + "_made", outs = [name + ".made"], cmd = "touch $@")
            kinds = sorted([r[len(name) + 1:] for r in native.existing_rules().keys() if r.startswith(name + "_")], reverse = True)
            words(name = name, found = native.glob(["**/deep*.txt"], exclude = ["excluded/**"]), kinds = ",".join(kinds), **kwargs)
        """,
        """
        load(":defs.bzl", "described")
        exports_files(["template.txt"])
        described(name = "x", words = {"one.txt": "first", ":two": "second"})
        filegroup(name = "two", srcs = ["two.txt"])
        """,
        "x", ("one.txt", ""), ("two.txt", ""), ("sub/deep.txt", ""), ("excluded/deep.txt", ""), ("other/BUILD", ""), ("other/deep.txt", ""),
        ("template.txt", "{WORDS};{FOUND};{KINDS}\n")));

    [Fact]
    public void Headers_are_found_under_the_names_that_prefixes_give_them() => Assert.Equal("1 2 3 4 5\n", Build(
        """
        def _make_variables(ctx):
            return [platform_common.TemplateVariableInfo({"COPT": "-DFROM_VARIABLE"})]

        make_variables = rule(implementation = _make_variables)
        """,
        """
        cc_library(name = "added", hdrs = ["src/one.h"], include_prefix = "added")
        cc_library(name = "stripped", hdrs = ["src/deep/two.h"], strip_include_prefix = "src/deep")
        cc_library(name = "both", hdrs = ["src/deep/three.h"], strip_include_prefix = "/src", include_prefix = "both")
        cc_library(name = "system", hdrs = ["sys/four.h"], includes = ["sys"])
        cc_library(name = "hidden", hdrs = ["src/five.h"], defines = ["FIVE=5"])
        cc_library(name = "user", srcs = ["user.cc"], hdrs = ["user.h"], implementation_deps = [":hidden"], local_defines = ["LOCAL"])
        cc_binary(
            name = "app", srcs = ["app.cc"], deps = [":added", ":stripped", ":both", ":system", ":user"],
            copts = ["-DOPTION=\\\"quoted\\\"", "$(COPT)"], linkopts = ["-Wl,--as-needed"], toolchains = [":variables"], malloc = ":no_malloc", linkstatic = False,
        )
        cc_library(name = "no_malloc")
        load(":defs.bzl", "make_variables")
        make_variables(name = "variables")
        genrule(name = "said", outs = ["said.txt"], tools = [":app"], cmd = "$(location :app) > $@")
        """,
        "said",
        ("src/one.h", "#define ONE 1\n"), ("src/deep/two.h", "#define TWO 2\n"), ("src/deep/three.h", "#define THREE 3\n"), ("sys/four.h", "#define FOUR 4\n"),
        ("src/five.h", "inline int five() { return FIVE; }\n"), ("user.h", "int user();\n"),
        ("user.cc", "#include \"user.h\"\n#include \"src/five.h\"\n#ifndef LOCAL\n#error local\n#endif\nint user() { return five(); }\n"),
        ("app.cc", """
            #include <cstdio>
            #include <cstring>
            #include <four.h>
            #include "added/src/one.h"
            #include "both/deep/three.h"
            #include "two.h"
            #include "user.h"
            #if defined(LOCAL) || defined(FIVE)
            #error what implementation_deps and local_defines say goes no further
            #endif
            #ifndef FROM_VARIABLE
            #error copts are expanded
            #endif
            int main() {
              if (std::strcmp(OPTION, "quoted") != 0) return 1;
              std::printf("%d %d %d %d %d\n", ONE, TWO, THREE, FOUR, user());
            }

            """)));

    [Fact]
    public void A_library_cut_in_two_exports_what_its_filter_names() => Assert.Equal("7\n", Build(
        "",
        """
        cc_library(name = "low", srcs = ["low.cc"], hdrs = ["low.h"])
        cc_library(name = "mid", srcs = ["mid.cc"], hdrs = ["mid.h"], deps = [":low"])
        cc_library(name = "top", srcs = ["top.cc"], hdrs = ["top.h"], deps = [":mid"])
        cc_shared_library(name = "base", deps = [":mid"], exports_filter = [":low"], shared_lib_name = "libbase_of_all.so")
        cc_shared_library(name = "upper", deps = [":top"], dynamic_deps = [":base"])
        cc_binary(name = "app", srcs = ["app.cc"], deps = [":top", ":low"], dynamic_deps = [":upper", ":base"])
        genrule(name = "said", outs = ["said.txt"], tools = [":app"], cmd = "$(location :app) > $@")
        """,
        "said",
        ("low.h", "int low();\n"), ("low.cc", "#include \"low.h\"\nint low() { static int calls; return ++calls; }\n"),
        ("mid.h", "int mid();\n"), ("mid.cc", "#include \"mid.h\"\n#include \"low.h\"\nint mid() { return low() + low(); }\n"),
        ("top.h", "int top();\n"), ("top.cc", "#include \"top.h\"\n#include \"mid.h\"\nint top() { return 1 + mid(); }\n"),
        ("app.cc", "#include <cstdio>\n#include \"top.h\"\n#include \"low.h\"\nint main() { int t = top(); std::printf(\"%d\\n\", t + low()); }\n")));
}
