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

    [Fact]
    public void What_a_failed_action_printed_is_coloured_in_a_terminal_where_that_is_wanted_and_never_in_a_log_where_it_is_not()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        folder.Replace("native/two/BUILD.bazel", "echo '#define NUMBER 2' > $@", "printf '\\\\033[31mit broke\\\\033[m\\\\n'; exit 5");
        const string coloured = "\e[31mit broke\e[m";
        string shown = folder.BuildInColourTerminal("native", "-fl");
        Assert.Contains("it broke", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(coloured, shown, StringComparison.Ordinal);
        Assert.Contains("it broke", folder.Read("native/msbuild.log"), StringComparison.Ordinal);
        Assert.DoesNotContain("\e", folder.Read("native/msbuild.log"), StringComparison.Ordinal);

        Assert.Contains(coloured, folder.BuildInColourTerminal("native", "-p:NativeColors=true"), StringComparison.Ordinal);
        Assert.DoesNotContain(coloured, folder.BuildInColourTerminal("native", "-p:NativeColors=true -tl:off"), StringComparison.Ordinal);
        folder.Variables["NO_COLOR"] = "1";
        Assert.DoesNotContain(coloured, folder.BuildInColourTerminal("native", "-p:NativeColors=true"), StringComparison.Ordinal);
    }
}
