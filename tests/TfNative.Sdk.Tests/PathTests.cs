using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

/// <summary>Characters that MSBuild, shells or makefiles give a meaning to.</summary>
[Collection(SdkCollection.Name)]
public class PathTests(SdkPackage sdk)
{
    [Theory]
    [InlineData("with space")]
    [InlineData("100% (a) @b $c 'd' #e &f +g")]
    [InlineData("größe_ßıİ_数")]
    public void A_project_may_lie_in_a_folder_of_any_name(string name)
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        SmallWorkspace.AddProgram(folder);
        Directory.CreateDirectory(folder.PathOf(name));
        Directory.Move(folder.PathOf("native"), folder.PathOf(name + "/native"));
        Directory.Move(folder.PathOf("program"), folder.PathOf(name + "/program"));
        folder.Build(name + "/program").AssertSucceeded();
        Assert.Equal("3", folder.Run(name + "/program/bin/Debug/net10.0/program.dll"));
        Assert.Equal(0, folder.Build(name + "/program").NativeActions.Ran);
        folder.Command("clean", name + "/program").AssertSucceeded();
        Assert.DoesNotContain(folder.Files(name), file => file.EndsWith("libsmall.so", StringComparison.Ordinal));
    }

    [Fact]
    public void A_project_may_be_reached_through_a_link()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        Directory.CreateSymbolicLink(folder.PathOf("link"), folder.PathOf("native"));
        folder.Build("link").AssertSucceeded();
        Assert.Equal(0, folder.Build("link").NativeActions.Ran);
    }
}
