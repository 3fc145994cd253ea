using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

/// <summary>The target BazelQuery: questions about the workspace, answered without building anything.</summary>
[Collection(SdkCollection.Name)]
public class BazelQueryTests(SdkPackage sdk)
{
    private static string Ask(TestFolder folder, params string[] arguments)
    {
        BuildResult build = folder.Build("native", ["-t:BazelQuery", "-p:QueryFile=answer.txt", .. arguments]);
        build.AssertSucceeded();
        Assert.Equal(0, build.NativeActions.Ran);
        return folder.Read("native/answer.txt");
    }

    [Fact]
    public void The_answer_is_shown_on_the_terminal()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        BuildResult build = folder.Build("native", "-t:BazelQuery", "-p:Query=deps(//:libsmall.so)", "-p:QueryImplicitDeps=false");
        build.AssertSucceeded();
        string[] lines = [.. build.Output.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("//", StringComparison.Ordinal))];
        Assert.Equal(
            ["//:libsmall.so", "//:small.cc", "//one:one", "//one:one.cc", "//one:one.h", "//two:number", "//two:two", "//two:two.cc", "//two:two.h"],
            lines);
        Assert.Empty(build.Warnings);
        Assert.Empty(folder.Files("native/bin"));
    }

    [Fact]
    public void A_script_gets_the_answer_and_nothing_else()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        folder.Command("restore", "native").AssertSucceeded();
        Assert.Equal("//:libsmall.so\n//one:one", folder.Query("native", "-t:BazelQuery", "-p:Query=\"somepath(//:libsmall.so, //one)\"", "-getProperty:QueryAnswer").Trim());
    }

    [Theory]
    [InlineData("label", "//one:one\n")]
    [InlineData("label_kind", "cc_library rule //one:one\n")]
    [InlineData("package", "one\n")]
    [InlineData("location", "BUILD.bazel:1:11: cc_library rule //one:one\n")]
    [InlineData("build", "\n  srcs = [\"//one:one.cc\"],\n")]
    [InlineData("graph", "digraph mygraph {\n  node [shape=box];\n  \"//one:one\"\n}\n")]
    public void It_is_written_in_each_of_Bazels_formats(string format, string expected)
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        Assert.Contains(expected, Ask(folder, "-p:Query=\"kind(cc_library, //one/...)\"", "-p:QueryOutput=" + format), StringComparison.Ordinal);
    }

    [Fact]
    public void Why_a_target_is_needed_is_shown_as_a_way_to_it()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        Assert.Equal(
            "//:libsmall.so\n  deps -> //two:two\n  srcs -> //two:number\n",
            Ask(folder, "-p:QueryWhy=//two:number"));
    }

    [Fact]
    public void What_selects_chose_is_shown_with_the_reasons()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        folder.Write("native/one/BUILD.bazel", """
            config_setting(name = "opt", values = {"compilation_mode": "opt"})
            cc_library(name = "one", srcs = ["one.cc"], hdrs = ["one.h"], copts = select({":opt": ["-DA"], "//conditions:default": ["-DB"]}), visibility = ["//visibility:public"])
            """);
        string debug = Ask(folder, "-p:QuerySelects=//one");
        Assert.Contains("not taken  //one:opt: needs --compilation_mode=opt (is dbg)", debug, StringComparison.Ordinal);
        Assert.Contains("taken      //conditions:default: [\"-DB\"]", debug, StringComparison.Ordinal);
        Assert.Contains("taken      //one:opt: [\"-DA\"]", Ask(folder, "-p:QuerySelects=//one", "-c:Release"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TFN2044", "-p:Query=deps(//one", "deps(//one\n            ^")]
    [InlineData("TFN2003", "-p:Query=//one:oen", "did you mean 'one'")]
    [InlineData("TFN4013", "-p:Query=//one;QueryOutput=xml", "label_kind")]
    [InlineData("TFN4018", "-p:Query=", "Set Query")]
    public void A_question_that_has_no_answer_is_an_error(string code, string argument, string message)
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        Assert.Contains(message, folder.Build("native", "-t:BazelQuery", argument).AssertFailed(code).Text, StringComparison.Ordinal);
    }
}
