using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

[Collection(SdkCollection.Name)]
public class TemplateTests(SdkPackage sdk)
{
    [Fact]
    public void A_new_native_library_is_called_by_the_program_beside_it()
    {
        using var folder = new TestFolder(sdk);
        Run("pack", Path.Combine(Repository.Root, "sdk/TfNative.Templates/TfNative.Templates.csproj"), "--no-build", "--configuration", Repository.Configuration, "--output", folder.PathOf("feed"));
        string hive = folder.PathOf("hive");
        Run("new", "install", folder.PathOf($"feed/TfNative.Templates.{Repository.SdkVersion}.nupkg"), "--debug:custom-hive", hive);
        string list = Run("new", "list", "tfnative", "--debug:custom-hive", hive);
        Assert.Contains("tfnative-library", list, StringComparison.Ordinal);
        Assert.Contains("tfnative-lite", list, StringComparison.Ordinal);
        Run("new", "tfnative-library", "-n", "Fish", "-o", folder.PathOf("Fish"), "--debug:custom-hive", hive);
        Assert.Equal(
            ["Fish/Native/BUILD.bazel", "Fish/Native/Fish.Native.csproj", "Fish/Native/MODULE.bazel", "Fish/Native/fish.cc", "Fish/Program/Fish.csproj", "Fish/Program/Program.cs"],
            folder.Files("Fish"));
        folder.Build("Fish/Program").AssertSucceeded();
        Assert.Equal("The answer is 42.", folder.Run("Fish/Program/bin/Debug/net10.0/Fish.dll"));
        string output = DotNet.Run(folder.PathOf("Fish"), folder.Variables, "run", "--project", "Program").Output;
        Assert.EndsWith("The answer is 42.", output.TrimEnd(), StringComparison.Ordinal);

        // Functions of C++ and files have a name of their own.
        Run("new", "tfnative-library", "-n", "Deep-Sea.Fish 2", "-o", folder.PathOf("Fish 2"), "--debug:custom-hive", hive);
        folder.Build("Fish 2/Program").AssertSucceeded();
        Assert.Equal("The answer is 42.", folder.Run("Fish 2/Program/bin/Debug/net10.0/Deep-Sea.Fish 2.dll"));

        string Run(params string[] arguments)
        {
            (int exitCode, string output) = DotNet.Run(folder.Root, folder.Variables, arguments);
            Assert.True(exitCode == 0, output);
            return output;
        }
    }
}
