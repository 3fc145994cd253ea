using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

/// <summary>What IDEs do to fill their project tree and to ask for references.</summary>
[Collection(SdkCollection.Name)]
public class DesignTimeBuildTests(SdkPackage sdk)
{
    [Theory]
    [InlineData("-p:DesignTimeBuild=true")]
    [InlineData("-p:BuildingProject=false")]
    public void Nothing_is_translated_or_built(string property)
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        SmallWorkspace.AddProgram(folder);
        folder.Command("restore", "program").AssertSucceeded();
        foreach (string project in (string[])["native", "program"])
        {
            BuildResult build = folder.Command(
                "msbuild", project, property, "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true",
                "-t:ResolveAssemblyReferences;ResolveProjectReferences;GetCopyToOutputDirectoryItems;GetTargetPath;Compile;CoreCompile");
            build.AssertSucceeded();
            Assert.Equal(0, build.CountTasks("TranslateBazelTargets") + build.CountTasks("BuildNativeActions"));
        }

        Assert.DoesNotContain(folder.Files(""), file => file.Contains("/obj/Debug/bazel/", StringComparison.Ordinal));
    }

    [Fact]
    public void An_IDE_is_told_the_build_files_and_sources_that_the_last_build_read()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk, """
            <Target Name="Show" DependsOnTargets="_CollectNativeUpToDateCheck">
              <Message Importance="High" Text="inputs: @(UpToDateCheckInput, '|')" />
            </Target>
            """);
        folder.Build("native").AssertSucceeded();
        BuildResult asked = folder.Command("msbuild", "native", "-p:DesignTimeBuild=true", "-t:Show");
        asked.AssertSucceeded();
        string[] inputs = asked.Messages.Single(text => text.StartsWith("inputs: ", StringComparison.Ordinal))["inputs: ".Length..].Split('|');
        foreach (string expected in (string[])["native/BUILD.bazel", "native/one/BUILD.bazel", "native/one/one.cc", "native/one/one.h"])
            Assert.Contains(folder.PathOf(expected), inputs);
    }

    [Fact]
    public void A_machine_without_sources_and_compiler_is_no_error()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk, "<PropertyGroup><BazelProfile>tensorflow-2.14</BazelProfile><TfNativeSources>/nowhere</TfNativeSources></PropertyGroup>");
        folder.Command("restore", "native").AssertSucceeded();
        BuildResult build = folder.Command("msbuild", "native", "-p:DesignTimeBuild=true", "-p:PATH=/nowhere", "-t:ResolveProjectReferences;CompileDesignTime");
        build.AssertSucceeded();
        Assert.Empty(build.Warnings);
    }
}
