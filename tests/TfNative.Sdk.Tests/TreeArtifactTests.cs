using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

/// <summary>Rules that make a directory, and rules that name its files in their arguments.</summary>
[Collection(SdkCollection.Name)]
public class TreeArtifactTests(SdkPackage sdk)
{
    private const string Rules = """
        def _words(ctx):
            tree = ctx.actions.declare_directory(ctx.label.name)
            ctx.actions.run_shell(
                outputs = [tree], inputs = [ctx.file.src], arguments = [ctx.file.src.path, tree.path], mnemonic = "Words",
                command = "for word in $(cat $1); do echo \"$word!\" > \"$2/$word.txt\"; done")
            return [DefaultInfo(files = depset([tree]))]

        words = rule(implementation = _words, attrs = {"src": attr.label(allow_single_file = True)})

        def _stem(file):
            return file.basename[:-4] if file.extension == "txt" else None

        def _count(directory, expander):
            return "%d files" % len(expander.expand(directory))

        def _joined(ctx):
            out = ctx.actions.declare_file(ctx.label.name + ".txt")
            args = ctx.actions.args()
            args.add_all(ctx.files.srcs, map_each = _count, expand_directories = False)
            args.add_joined("--stems", ctx.files.srcs, map_each = _stem, join_with = "+")
            args.add_all(ctx.files.srcs)
            args.set_param_file_format("multiline")
            if ctx.attr.param_file:
                args.use_param_file("%s", use_always = True)
                command = "mapfile -t all < $2; set -- $1 \"${all[@]}\"; "
            else:
                command = ""
            ctx.actions.run_shell(
                outputs = [out], inputs = ctx.files.srcs, arguments = [out.path, args], mnemonic = "Joined",
                command = command + "out=$1; shift; { echo \"$1 $2 $3\"; shift 3; cat \"$@\"; } > $out")
            return [DefaultInfo(files = depset([out]))]

        joined = rule(implementation = _joined, attrs = {"srcs": attr.label_list(), "param_file": attr.bool()})
        """;

    [Theory]
    [InlineData("False")]
    [InlineData("True")]
    public void A_rule_gets_the_files_of_a_directory_and_runs_again_when_they_change(string paramFile)
    {
        using var folder = new TestFolder(sdk);
        folder.Write("native/native.csproj", $"""
            <Project Sdk="TfNative.Sdk/{Repository.SdkVersion}">
              <ItemGroup><BazelTarget Include="//:all" /></ItemGroup>
            </Project>
            """);
        folder.Write("native/WORKSPACE", "workspace(name = \"ws\")\n");
        folder.Write("native/rules.bzl", Rules);
        folder.Write("native/BUILD", $"""
            load(":rules.bzl", "joined", "words")
            words(name = "tree", src = "words")
            joined(name = "out", srcs = [":tree"], param_file = {paramFile})
            """);
        folder.Write("native/words", "two one\n");
        folder.Build("native").AssertSucceeded();
        Assert.Equal("2 files --stems one+two\none!\ntwo!\n", Output(folder, "out.txt"));
        Assert.Equal("two!\n", Output(folder, "tree/two.txt"));
        Assert.Equal(0, folder.Build("native").NativeActions.Ran);

        // Nothing is translated: the functions are found again from what the translation left.
        folder.Write("native/words", "three one\n");
        Assert.Equal(2, folder.Build("native").NativeActions.Ran);
        Assert.Equal("2 files --stems one+three\none!\nthree!\n", Output(folder, "out.txt"));

        // The directory is made again with the same content: nobody needs to look.
        folder.Write("native/words", "one three\n");
        Assert.Equal(1, folder.Build("native").NativeActions.Ran);

        // A function that makes arguments is part of the command.
        folder.Write("native/rules.bzl", Rules.Replace("file.basename[:-4]", "file.basename.upper()", StringComparison.Ordinal));
        Assert.Equal(1, folder.Build("native").NativeActions.Ran);
        Assert.Equal("2 files --stems ONE.TXT+THREE.TXT\none!\nthree!\n", Output(folder, "out.txt"));
    }

    [Fact]
    public void A_directory_of_headers_is_compiled_with_and_of_sources_is_an_error()
    {
        using var folder = new TestFolder(sdk);
        folder.Write("native/native.csproj", $"""
            <Project Sdk="TfNative.Sdk/{Repository.SdkVersion}">
              <ItemGroup><BazelTarget Include="//:said" /></ItemGroup>
            </Project>
            """);
        folder.Write("native/WORKSPACE", "workspace(name = \"ws\")\n");
        folder.Write("native/rules.bzl", """
            def _headers(ctx):
                tree = ctx.actions.declare_directory(ctx.label.name)
                ctx.actions.run_shell(
                    outputs = [tree], inputs = [ctx.file.src], arguments = [ctx.file.src.path, tree.path],
                    command = "mkdir $2/deep; echo \"#define VALUE $(cat $1)\" > $2/deep/value.h")
                return [DefaultInfo(files = depset([tree]))]

            headers = rule(implementation = _headers, attrs = {"src": attr.label(allow_single_file = True)})
            """);
        folder.Write("native/BUILD", """
            load(":rules.bzl", "headers")
            headers(name = "gen", src = "value")
            cc_library(name = "lib", hdrs = [":gen"], includes = ["gen"])
            cc_binary(name = "app", srcs = ["app.cc"], deps = [":lib"])
            genrule(name = "said", outs = ["out.txt"], tools = [":app"], cmd = "$(execpath :app) > $@")
            cc_library(name = "wrong", srcs = [":gen"])
            """);
        folder.Write("native/app.cc", "#include <cstdio>\n#include \"deep/value.h\"\nint main() { std::printf(\"%d\\n\", VALUE); }\n");
        folder.Write("native/value", "1\n");
        BuildResult build = folder.Build("native");
        build.AssertSucceeded();
        Assert.Empty(build.Warnings);
        Assert.Equal("1\n", Output(folder, "out.txt"));
        Assert.Equal(0, folder.Build("native").NativeActions.Ran);
        folder.Write("native/value", "2\n");
        folder.Build("native").AssertSucceeded();
        Assert.Equal("2\n", Output(folder, "out.txt"));

        folder.Replace("native/native.csproj", "//:said", "//:wrong");
        Assert.Contains("is a directory that another rule makes", folder.Build("native").Output, StringComparison.Ordinal);
    }

    private static string Output(TestFolder folder, string name) =>
        folder.Read(Assert.Single(folder.Files("native/bin"), file => file.EndsWith("/" + name, StringComparison.Ordinal)));
}
