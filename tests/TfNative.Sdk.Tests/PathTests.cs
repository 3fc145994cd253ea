using System.Runtime.Versioning;
using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

/// <summary>Characters that MSBuild, shells or makefiles give a meaning to, long names, links, other cultures.</summary>
[Collection(SdkCollection.Name)]
public class PathTests(SdkPackage sdk)
{
    // 200 characters; with the name of a file below it no path is longer than Linux allows.
    private const string LongName = "a name of two hundred characters, which is more than most tools were ever tried with, and less than what Linux " +
        "allows for one name, it goes on for a while so that it gets there, and then it ends here 0123456789";

    [Theory]
    [InlineData("with space")]
    [InlineData("100% (a) @b $c 'd' #e &f +g")]
    [InlineData("größe_ßıİ_数")]
    [InlineData(LongName)]
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

    /// <summary>Alone: no C# program beside it.</summary>
    [Fact]
    public void A_native_project_may_lie_in_a_folder_with_a_semicolon()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        Directory.Move(folder.PathOf("native"), folder.PathOf("na;tive"));
        folder.Build("na;tive").AssertSucceeded();
        Assert.Equal(["na;tive/bin/Debug/libsmall.so"], folder.Files("na;tive/bin"));
        Assert.Equal(0, folder.Build("na;tive").NativeActions.Ran);
    }

    [Theory]
    [InlineData("with space")]
    [InlineData("100% (a) @b;c 'd' #e &f +g")]
    [InlineData("größe_ßıİ_数")]
    public void A_workspace_its_sources_and_its_outputs_may_have_any_name(string name)
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        string escaped = name.Replace("%", "%25", StringComparison.Ordinal).Replace(";", "%3B", StringComparison.Ordinal)
            .Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal).Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("@", "%40", StringComparison.Ordinal).Replace("'", "%27", StringComparison.Ordinal);
        Directory.Move(folder.PathOf("native"), folder.PathOf(name));
        folder.Write("project/project.csproj", $"""
            <Project Sdk="TfNative.Sdk/{Repository.SdkVersion}">
              <PropertyGroup><BazelWorkspace>../{escaped}</BazelWorkspace></PropertyGroup>
              <ItemGroup><BazelTarget Include="//:lib{escaped}.so" /></ItemGroup>
            </Project>
            """);
        folder.Replace(name + "/BUILD.bazel", "libsmall.so", $"lib{name}.so");
        folder.Replace(name + "/BUILD.bazel", "small.cc", $"{name}.cc");
        File.Move(folder.PathOf(name + "/small.cc"), folder.PathOf($"{name}/{name}.cc"));
        folder.Build("project").AssertSucceeded();
        Assert.Equal([$"project/bin/Debug/lib{name}.so"], folder.Files("project/bin"));
        BuildResult again = folder.Build("project");
        Assert.Equal(0, again.NativeActions.Ran);
        Assert.False(again.ReadBuildFiles);
        folder.Command("clean", "project").AssertSucceeded();
        Assert.Empty(folder.Files("project/bin"));
    }

    [Fact]
    public void A_project_may_be_reached_through_a_link()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        Directory.CreateSymbolicLink(folder.PathOf("link"), folder.PathOf("native"));
        folder.Build("link").AssertSucceeded();
        Assert.Equal(0, folder.Build("link").NativeActions.Ran);
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public void Sources_may_be_read_only_and_the_culture_Turkish()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        // In Turkish the small letter of I is not i: an option that is looked for in the culture's letters would be missed.
        folder.Variables["LANG"] = folder.Variables["LC_ALL"] = "tr_TR.UTF-8";
        folder.Variables["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "0";
        folder.Variables["DOTNET_SYSTEM_GLOBALIZATION_PREDEFINED_CULTURES_ONLY"] = "0";
        folder.Write("project/project.csproj", folder.Read("native/native.csproj").Replace(
            "<ItemGroup>", "<PropertyGroup><BazelWorkspace>../native</BazelWorkspace></PropertyGroup><ItemGroup><BazelCopt Include=\"-DI=1\" />", StringComparison.Ordinal));
        File.Delete(folder.PathOf("native/native.csproj"));
        foreach (string file in folder.Files("native"))
            File.SetUnixFileMode(folder.PathOf(file), UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        string[] folders = [.. Directory.EnumerateDirectories(folder.PathOf("native"), "*", SearchOption.AllDirectories), folder.PathOf("native")];
        foreach (string path in folders)
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        folder.Build("project").AssertSucceeded();
        Assert.Equal(0, folder.Build("project").NativeActions.Ran);
        folder.Command("clean", "project").AssertSucceeded();
        foreach (string path in folders)
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
