using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

/// <summary>What a person sees of a build in a terminal, where MSBuild's terminal logger shows it.</summary>
[Collection(SdkCollection.Name)]
public class TerminalTests(SdkPackage sdk)
{
    [Fact]
    public void A_build_shows_how_far_it_is_what_runs_and_in_the_end_what_it_did()
    {
        using TestFolder folder = SmallWorkspace.Create(
            sdk, "<PropertyGroup><NativeCompilerLauncher>$(MSBuildProjectDirectory)/slow.sh</NativeCompilerLauncher></PropertyGroup>");
        // Each longer than a line is shown, and the genrule longer than two of them: a line names the oldest that runs, and of two
        // that start at once either can be that.
        folder.Replace("native/two/BUILD.bazel", "echo '#define NUMBER 2' > $@", "sleep 5; echo '#define NUMBER 2' > $@");
        folder.WriteProgram("native/slow.sh", "#!/bin/sh\nsleep 2\nexec \"$@\"\n");
        string screen = folder.BuildInTerminal("native");
        Assert.Matches(@"native.*\[\d/\d\] .*number", screen);
        Assert.Matches(@"native.*\[\d/\d\] Compiling ", screen);
        Assert.Matches(@"libsmall\.so \(\d+ run, 0 up to date in [\d.]+ s\)", screen);
        Assert.DoesNotContain("warning", screen, StringComparison.Ordinal);
        Assert.Empty(folder.Files("native/obj/Debug/bazel/progress"));

        Assert.DoesNotContain("up to date in", folder.BuildInTerminal("native"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_is_shown_with_target_exit_code_and_command()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        folder.Replace("native/two/BUILD.bazel", "echo '#define NUMBER 2' > $@", "echo it broke; exit 5");
        string screen = folder.BuildInTerminal("native");
        Assert.Contains("Genrule of //two:number failed: exit code 5", screen, StringComparison.Ordinal);
        Assert.Contains("it broke", screen, StringComparison.Ordinal);
        Assert.Contains("env -i", screen, StringComparison.Ordinal);
    }
}
