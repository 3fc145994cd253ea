using System.IO.Compression;
using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

[Collection(SdkCollection.Name)]
public class PackageTests(SdkPackage sdk)
{
    private string[] Entries()
    {
        using ZipArchive package = ZipFile.OpenRead(sdk.File);
        return [.. package.Entries.Select(entry => entry.FullName)];
    }

    [Fact]
    public void It_never_ships_MSBuild_s_own_assemblies() =>
        Assert.DoesNotContain(Entries(), entry => Path.GetFileName(entry).StartsWith("Microsoft.Build", StringComparison.Ordinal));

    [Fact]
    public void It_has_the_tasks_with_all_that_they_need()
    {
        string[] tools = [.. Entries().Where(entry => entry.StartsWith("tools/net10.0/", StringComparison.Ordinal)).Select(Path.GetFileName)!];
        foreach (string needed in (string[])["TfNative.Tasks.dll", "TfNative.Bazel.dll", "TfNative.Execution.dll", "TfNative.Starlark.dll", "Sprache.dll"])
            Assert.Contains(needed, tools);
    }

    [Fact]
    public void It_has_the_profiles() => Assert.Contains("profiles/tensorflow-2.14.props", Entries());

    [Fact]
    public void It_says_that_it_is_an_SDK()
    {
        using ZipArchive package = ZipFile.OpenRead(sdk.File);
        using var reader = new StreamReader(package.GetEntry("TfNative.Sdk.nuspec")!.Open());
        Assert.Contains("<packageType name=\"MSBuildSdk\" />", reader.ReadToEnd(), StringComparison.Ordinal);
    }
}
