using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

/// <summary>The SDK beside Microsoft.NET.Sdk: a C# project that builds its native library itself.</summary>
[Collection(SdkCollection.Name)]
public class OwnLibraryTests(SdkPackage sdk)
{
    private static readonly string SdkLine = $"<Sdk Name=\"TfNative.Sdk\" Version=\"{Repository.SdkVersion}\" />";

    [Fact]
    public void A_program_builds_copies_and_publishes_its_library()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        SmallWorkspace.AddProgram(folder, SdkLine, "<BazelTarget Include=\"//:libsmall.so\" />");
        folder.Replace("program/program.csproj", "<PropertyGroup>", "<PropertyGroup><BazelWorkspace>../native</BazelWorkspace>");
        folder.Build("program").AssertSucceeded();
        Assert.Equal("3", folder.Run("program/bin/Debug/net10.0/program.dll"));
        folder.Command("publish", "program", "-o", folder.PathOf("published")).AssertSucceeded();
        Assert.Equal("3", folder.Run("published/program.dll"));
        folder.Command("clean", "program").AssertSucceeded();
        Assert.DoesNotContain(folder.Files("program/bin/Debug"), file => file.EndsWith(".so", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_target_it_is_an_ordinary_project()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        SmallWorkspace.AddProgram(folder, SdkLine, "");
        BuildResult build = folder.Build("program");
        build.AssertSucceeded();
        Assert.Equal(0, build.CountTasks("TranslateBazelTargets"));
    }
}
