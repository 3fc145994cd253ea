using Microsoft.Build.Logging.StructuredLogger;
using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

[Collection(SdkCollection.Name)]
public class CompilerDiagnosticTests(SdkPackage sdk)
{
    [Fact]
    public void A_compiler_error_is_in_the_error_list_once_with_the_place_in_the_source()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        folder.Write("native/one/one.cc", "#include \"one/one.h\"\nint one() { return missing; }\n");
        Error error = folder.Build("native").AssertFailed("TFN4101");
        Assert.Equal((folder.PathOf("native/one/one.cc"), 2), (error.File, error.LineNumber));
        Assert.True(error.ColumnNumber > 0);
        Assert.Contains("missing", error.Text, StringComparison.Ordinal);
        Assert.Contains("[//one:one]", error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_warning_in_a_header_is_counted_once()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        folder.Write("native/one/one.h", "int one();\nstatic inline int odd() { int unused; return 0; }\n");
        BuildResult build = folder.Build("native", "-p:TreatWarningsAsErrors=false");
        build.AssertSucceeded();
        Warning warning = Assert.Single(build.Warnings);
        Assert.Equal(("-Wunused-variable", folder.PathOf("native/one/one.h"), 2), (warning.Code, warning.File, warning.LineNumber));
    }

    [Fact]
    public void An_undefined_reference_is_in_the_error_list()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk, "<ItemGroup><BazelLinkopt Include=\"-Wl,--no-undefined\" /></ItemGroup>");
        folder.Write("native/one/one.cc", "int missing();\nint one() { return missing(); }\n");
        Error error = folder.Build("native").AssertFailed("TFN4103");
        Assert.Contains("undefined reference to `missing()'", error.Text, StringComparison.Ordinal);
    }

    /// <summary>What the tools were seen to print (gcc 12, clang 14, lld 14, mold 1.10, protoc 3.21, flatc 2.0), by a command that
    /// prints it: each stands in the error list once, with its place in the real source, its code, label and notes.</summary>
    [Theory]
    [InlineData("two/two.cc:1:10: error: use of undeclared identifier 'x'\ntwo/two.h:1:5: note: declared here", "two/two.cc", 1, 10, "TFN4101", "declared here")]
    [InlineData("two/two.cc:1:10: warning: unused variable 'x' [-Wunused-variable]", "two/two.cc", 1, 10, "-Wunused-variable", "")]
    [InlineData("ld.lld: error: undefined symbol: f()\n>>> referenced by two.cc:2 (two/two.cc:2)\n>>>               a.o:(g())", "two/two.cc", 2, 0, "TFN4103", "a.o:(g())")]
    [InlineData("mold: error: undefined symbol: f()\n>>> referenced by two.cc:2 (two/two.cc:2)", "two/two.cc", 2, 0, "TFN4103", "referenced by")]
    [InlineData("two/a.proto:3:53: Expected \";\".", "two/a.proto", 3, 53, "TFN4105", "")]
    [InlineData("a.proto:2:1: warning: Import b.proto is unused.", "two/a.proto", 2, 1, "TFN4106", "")]
    [InlineData("error:\n  two/a.fbs:2: 6: error: expecting: : instead got: int", "two/a.fbs", 2, 6, "TFN4105", "")]
    public void What_each_tool_says_is_in_the_error_list_once(string printed, string file, int line, int column, string code, string note)
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        folder.Write("native/two/a.proto", "");
        folder.Write("native/two/a.fbs", "");
        folder.Write("native/two/printed.txt", printed + "\n");
        bool warning = printed.Contains("warning", StringComparison.Ordinal);
        folder.Replace("native/two/BUILD.bazel", "name = \"number\",", "name = \"number\", srcs = [\"printed.txt\", \"a.proto\", \"a.fbs\"],");
        folder.Replace("native/two/BUILD.bazel", "echo '#define NUMBER 2' > $@", $"cat $(location printed.txt) >&2; echo '#define NUMBER 2' > $@; {(warning ? "true" : "false")}");
        BuildResult build = folder.Build("native");
        (string Code, string File, int Line, int Column, string Text) said = warning
            ? build.Warnings.Select(w => (w.Code, w.File, w.LineNumber, w.ColumnNumber, w.Text)).Single()
            : build.Errors.Where(e => e.Code != "TFN3016").Select(e => (e.Code, e.File, e.LineNumber, e.ColumnNumber, e.Text)).Single();
        Assert.Equal((code, folder.PathOf("native/" + file), line, column), (said.Code, said.File, said.Line, said.Column));
        Assert.Contains("[//two:number]", said.Text, StringComparison.Ordinal);
        Assert.Contains(note, said.Text, StringComparison.Ordinal);
        Assert.Equal(warning ? 0 : 1, build.ExitCode);
    }

    [Fact]
    public void After_a_failure_the_next_build_finishes_from_there()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        folder.Write("native/small.cc", "int wrong(\n");
        folder.Build("native", "-p:BazelKeepGoing=true").AssertFailed("TFN4101");
        folder.Write("native/small.cc", "extern \"C\" int small_sum() { return 0; }\n");
        BuildResult build = folder.Build("native");
        build.AssertSucceeded();
        Assert.DoesNotContain(build.Messages, text => text.StartsWith("Compiling one/one.cc", StringComparison.Ordinal));
    }
}
