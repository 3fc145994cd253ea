using Microsoft.Build.Logging.StructuredLogger;
using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

/// <summary>The properties that say how actions run.</summary>
[Collection(SdkCollection.Name)]
public class ExecutionTests(SdkPackage sdk)
{
    private static string ExecutionRoot(TestFolder folder) => folder.PathOf("native/obj/Debug/bazel/execroot");

    [Fact]
    public void Ninja_builds_what_was_exported_without_MSBuild()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        folder.Build("native", "-t:ExportNinja").AssertSucceeded();
        Assert.Empty(folder.Files("native/bin"));
        string ninjaFile = folder.PathOf("native/obj/Debug/bazel/ninja/build.ninja");
        (int exitCode, string output) = DotNet.Start("ninja", folder.Root, null, null, "-C", ExecutionRoot(folder), "-f", ninjaFile);
        Assert.True(exitCode == 0, output);
        (_, output) = DotNet.Start("ninja", folder.Root, null, null, "-C", ExecutionRoot(folder), "-f", ninjaFile);
        Assert.Contains("no work to do", output, StringComparison.Ordinal);
        string library = Assert.Single(folder.Files("native/obj"), file => file.EndsWith("/libsmall.so", StringComparison.Ordinal));
        byte[] made = File.ReadAllBytes(folder.PathOf(library));

        folder.Build("native").AssertSucceeded();
        Assert.Equal(File.ReadAllBytes(folder.PathOf(SmallWorkspace.Library)), made);
    }

    /// <summary>Compiling at run time is what a build with nothing to do would spend most of its time with.</summary>
    [Fact]
    public void A_build_with_nothing_to_do_has_none_of_our_code_compiled_at_run_time()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        folder.Build("native").AssertSucceeded();
        folder.Build("native").AssertSucceeded(); // reads once what is as young as the first
        folder.Variables["DOTNET_JitStdOutFile"] = folder.PathOf("compiled.txt");
        folder.Variables["DOTNET_JitDisasmSummary"] = "1";
        folder.Build("native").AssertSucceeded();
        string[] methods = File.ReadAllLines(folder.PathOf("compiled.txt"));
        Assert.NotEmpty(methods);
        // Code that is compiled ahead is compiled better when it is used much; the first tier is for what is not.
        Assert.DoesNotContain(methods, method => method.Contains("TfNative.", StringComparison.Ordinal) && method.Contains("Tier0", StringComparison.Ordinal));
    }

    [Fact]
    public void In_the_sandbox_there_is_no_network()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        folder.Replace("native/two/BUILD.bazel", "echo '#define NUMBER 2' > $@", "echo '#define NUMBER' $$(($$(wc -l < /proc/net/dev) - 2)) > $@");
        BuildResult build = folder.Build("native", "-p:BazelSandbox=true");
        if (build.Errors.Exists(error => error.Code == "TFN3007"))
            return; // the kernel forbids it, and that is what is said
        build.AssertSucceeded();
        string header = Assert.Single(folder.Files("native/obj"), file => file.EndsWith("/number.h", StringComparison.Ordinal));
        Assert.Equal("#define NUMBER 1\n", folder.Read(header));
    }

    [Theory]
    [InlineData("warning", 1, 0)]
    [InlineData("error", 0, 1)]
    [InlineData("ignore", 0, 0)]
    public void A_header_that_no_dependency_offers_is_named_with_its_target(string policy, int warnings, int errors)
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        folder.Replace("native/two/two.cc", "#include \"two/two.h\"\n", "#include \"two/two.h\"\n#include \"one/one.h\"\n");
        BuildResult build = folder.Build("native", "-p:BazelUndeclaredInputs=" + policy);
        Assert.Equal((errors == 0, warnings, errors), (build.ExitCode == 0, build.Warnings.Count, build.Errors.Count));
        foreach (TextNode said in build.Warnings.Concat<TextNode>(build.Errors))
            Assert.Contains("CppCompile of //two:two reads what it does not declare: one/one.h (add a dependency on //one:one)", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_that_does_not_exist_is_an_error_that_names_those_that_do()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        Error error = folder.Build("native", "-p:BazelUndeclaredInputs=some").AssertFailed("TFN4013");
        Assert.Contains("ignore, warning or error", error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_action_that_takes_too_long_is_ended()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        folder.Replace("native/two/BUILD.bazel", "echo '#define NUMBER 2' > $@", "sleep 1000");
        Error error = folder.Build("native", "-p:BazelActionTimeout=1").AssertFailed("TFN3014");
        Assert.Contains("Genrule of //two:number did not end within 00:00:01", error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_PATH_makes_nothing_stale()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        folder.Build("native").AssertSucceeded();
        BuildResult build = folder.Build("native", $"-p:PATH={folder.Root}:{Environment.GetEnvironmentVariable("PATH")}");
        build.AssertSucceeded();
        Assert.False(build.ReadBuildFiles);
        Assert.Equal(0, build.NativeActions.Ran);
    }

    [Fact]
    public void A_report_and_a_trace_are_written_on_demand_and_always()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        folder.Build("native", "-p:BazelReport=true").AssertSucceeded();
        Assert.Contains("traceEvents", folder.Read("native/obj/Debug/bazel/log/trace.json"), StringComparison.Ordinal);
        Assert.Contains("Compiling small.cc", folder.Read("native/obj/Debug/bazel/report.html"), StringComparison.Ordinal);
    }
}
