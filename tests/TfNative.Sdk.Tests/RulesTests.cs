using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

/// <summary>Rules whose actions have to run for one to know that they are right: tools with runfiles, shared libraries.</summary>
[Collection(SdkCollection.Name)]
public class RulesTests(SdkPackage sdk)
{
    private TestFolder Workspace(string targets, params (string Path, string Text)[] files)
    {
        var folder = new TestFolder(sdk);
        folder.Write("native/native.csproj", $"""
            <Project Sdk="TfNative.Sdk/{Repository.SdkVersion}">
              <ItemGroup><BazelTarget Include="{targets}" /></ItemGroup>
            </Project>
            """);
        folder.Write("native/WORKSPACE", "workspace(name = \"ws\")\n");
        foreach ((string path, string text) in files)
            folder.Write("native/" + path, text);
        return folder;
    }

    private static string Output(TestFolder folder, string name) =>
        folder.Read(Assert.Single(folder.Files("native/bin"), file => file.EndsWith("/" + name, StringComparison.Ordinal)));

    [Fact]
    public void A_python_program_with_imports_and_data_runs_as_a_tool()
    {
        using TestFolder folder = Workspace(
            "//gen:out",
            ("gen/BUILD", """
                py_binary(name = "tool", srcs = ["tool.py"], deps = ["//lib:words"], data = ["greeting.txt"])
                genrule(name = "out", outs = ["out.txt"], tools = [":tool"], cmd = "$(location :tool) world > $@")
                """),
            ("gen/greeting.txt", "hello"),
            ("gen/tool.py", """
                import os
                import sys
                import words
                from lib.inner import more
                with open(os.path.join(os.environ["RUNFILES_DIR"], "ws/gen/greeting.txt")) as greeting:
                    print(words.join(greeting.read(), sys.argv[1]), more.WORD)
                """),
            ("lib/BUILD", """
                py_library(name = "words", srcs = ["py/words.py"], imports = ["py"], deps = [":inner"], visibility = ["//visibility:public"])
                py_library(name = "inner", srcs = ["inner/more.py"])
                """),
            ("lib/py/words.py", "def join(*words):\n    return ', '.join(words)\n"),
            ("lib/inner/more.py", "WORD = 'again'\n"));
        folder.Build("native").AssertSucceeded();
        Assert.Equal("hello, world again\n", Output(folder, "out.txt"));
        Assert.Equal(0, folder.Build("native").NativeActions.Ran);
        folder.Write("native/lib/inner/more.py", "WORD = 'changed'\n");
        folder.Build("native").AssertSucceeded();
        Assert.Equal("hello, world changed\n", Output(folder, "out.txt"));
    }

    [Fact]
    public void A_shell_script_finds_its_runfiles_in_genrules_and_in_rules_of_its_own()
    {
        using TestFolder folder = Workspace(
            "//:all",
            ("BUILD", """
                load(":rules.bzl", "shout", "linked_tool")
                sh_library(name = "lib", srcs = ["lib.sh"])
                sh_binary(name = "tool", srcs = ["tool.sh"], deps = [":lib"], data = ["data.txt"])
                genrule(name = "g", srcs = ["in.txt"], outs = ["g.txt"], tools = [":tool"], cmd = "$(location :tool) < $< > $@")
                shout(name = "s", src = "in.txt")
                linked_tool(name = "starlark_tool", data = "data.txt")
                genrule(name = "h", outs = ["h.txt"], tools = [":starlark_tool"], cmd = "$(execpath :starlark_tool) > $@")
                """),
            ("rules.bzl", """
                def _shout(ctx):
                    out = ctx.actions.declare_file(ctx.label.name + ".txt")
                    args = ctx.actions.args()
                    args.add(ctx.file.src)
                    args.use_param_file("@%s", use_always = True)
                    args.set_param_file_format("multiline")
                    script = ctx.actions.declare_file(ctx.label.name + "_run.sh")
                    ctx.actions.write(script, "#!/bin/bash\nread -r input < ${2#@}\n$1 < $input > $3\n", is_executable = True)
                    ctx.actions.run(
                        outputs = [out], inputs = [ctx.file.src], executable = script, arguments = [ctx.executable._tool.path, args, out.path],
                        tools = [ctx.attr._tool[DefaultInfo].files_to_run], mnemonic = "Shout")
                    return [DefaultInfo(files = depset([out]))]

                shout = rule(implementation = _shout, attrs = {
                    "src": attr.label(allow_single_file = True),
                    "_tool": attr.label(default = "//:tool", executable = True, cfg = "exec"),
                })

                def _linked_tool(ctx):
                    script = ctx.actions.declare_file(ctx.label.name)
                    ctx.actions.write(script, "#!/bin/bash\ncat $0.runfiles/ws/renamed/data $0.runfiles/at_root.txt\n", is_executable = True)
                    return [DefaultInfo(executable = script, runfiles = ctx.runfiles(
                        symlinks = {"renamed/data": ctx.file.data}, root_symlinks = {"at_root.txt": ctx.file.data}))]

                linked_tool = rule(implementation = _linked_tool, executable = True, attrs = {"data": attr.label(allow_single_file = True)})
                """),
            ("lib.sh", "say() { echo \"$1 $2!\"; }\n"),
            ("data.txt", "there"),
            ("in.txt", "hello\n"));
        folder.WriteProgram("native/tool.sh", "#!/bin/bash\nsource \"$0.runfiles/ws/lib.sh\"\nread -r word\nsay \"$word\" \"$(cat \"$0.runfiles/ws/data.txt\")\"\n");
        folder.Build("native").AssertSucceeded();
        Assert.Equal("hello there!\n", Output(folder, "g.txt"));
        Assert.Equal("hello there!\n", Output(folder, "s.txt"));
        Assert.Equal("therethere", Output(folder, "h.txt"));
    }

    [Fact]
    public void Shared_libraries_hold_each_library_once_and_find_each_other()
    {
        using TestFolder folder = Workspace(
            "//:app;//:low;//:high",
            ("BUILD", """
                cc_library(name = "base", srcs = ["base.cc"], hdrs = ["base.h"])
                cc_library(name = "top", srcs = ["top.cc", "four.S"], hdrs = ["top.h"], deps = [":base"], implementation_deps = [":hidden"])
                cc_library(name = "hidden", srcs = ["hidden.cc"], hdrs = ["include/deep/hidden.h"], textual_hdrs = ["body.inc"], strip_include_prefix = "include")
                cc_shared_library(name = "low", deps = [":base"])
                cc_shared_library(name = "high", deps = [":top"], dynamic_deps = [":low"], user_link_flags = ["-Wl,--version-script=$(location high.lds)"], additional_linker_inputs = ["high.lds"])
                cc_binary(name = "app", srcs = ["app.cc"], deps = [":top"], dynamic_deps = [":low", ":high"])
                """),
            ("base.h", "int count();\n"),
            ("base.cc", "#include \"base.h\"\nint count() { static int calls; return ++calls; }\n"),
            ("top.h", "int twice();\nextern \"C\" int four();\n"),
            ("top.cc", "#include \"top.h\"\n#include \"base.h\"\n#include \"deep/hidden.h\"\nint twice() { count(); return hidden() + count(); }\n"),
            ("four.S", "#define VALUE 4\n    .text\n    .globl four\n    .type four, @function\nfour:\n#ifdef __x86_64__\n    mov $VALUE, %eax\n#else\n    mov w0, #VALUE\n#endif\n    ret\n    .section .note.GNU-stack,\"\",@progbits\n"),
            ("include/deep/hidden.h", "int hidden();\n"),
            ("hidden.cc", "#include \"deep/hidden.h\"\nint hidden() {\n#include \"body.inc\"\n}\n"),
            ("body.inc", "return 10;\n"),
            ("high.lds", "{ global: *twice*; four; local: *; };\n"),
            ("app.cc", "#include <cstdio>\n#include \"top.h\"\n#include \"base.h\"\nint main() { int t = twice(); std::printf(\"%d %d %d\\n\", t, count(), four()); }\n"));
        BuildResult build = folder.Build("native");
        build.AssertSucceeded();
        // One counter: twice() has counted to two, and the program's own call counts on.
        (int exitCode, string output) = DotNet.Start(ExecRoot(folder, "bin/app"), folder.Root, null, null);
        Assert.Equal((0, "12 3 4\n"), (exitCode, output));
        string exported = DotNet.Start("nm", folder.Root, null, null, "-D", "--defined-only", ExecRoot(folder, "bin/libhigh.so")).Output;
        Assert.Contains("twice", exported, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", exported, StringComparison.Ordinal);
        Assert.DoesNotContain("count", exported, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_that_was_built_elsewhere_is_imported_and_a_suite_builds_its_tests()
    {
        using TestFolder folder = Workspace(
            "//:suite",
            ("BUILD", """
                genrule(name = "elsewhere", srcs = ["old.c"], outs = ["libold.a"], cmd = "$(CC) -c $< -o $(RULEDIR)/old.o && ar rcs $@ $(RULEDIR)/old.o", toolchains = ["@bazel_tools//tools/cpp:current_cc_toolchain"])
                cc_import(name = "old", static_library = ":libold.a", hdrs = ["old.h"])
                cc_test(name = "old_test", srcs = ["old_test.cc"], deps = [":old"], size = "small")
                cc_test(name = "slow_test", srcs = ["none.cc"], tags = ["slow"])
                test_suite(name = "suite", tags = ["-slow"])
                """),
            ("old.h", "#ifdef __cplusplus\nextern \"C\"\n#endif\nint old_answer(void);\n"),
            ("old.c", "int old_answer(void) { return 42; }\n"),
            ("old_test.cc", "#include \"old.h\"\nint main() { return old_answer() == 42 ? 0 : 1; }\n"));
        folder.Build("native").AssertSucceeded();
        Assert.Equal(0, DotNet.Start(ExecRoot(folder, "bin/old_test"), folder.Root, null, null).ExitCode);
    }

    /// <summary>A built file where the build put it, beside what it was linked with.</summary>
    private static string ExecRoot(TestFolder folder, string path) =>
        folder.PathOf(Assert.Single(folder.Files("native/obj"), file => file.EndsWith("/" + path, StringComparison.Ordinal)));
}
