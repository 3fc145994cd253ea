using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

[Collection(SdkCollection.Name)]
public class SampleTests(SdkPackage sdk)
{
    [Fact]
    public void HelloNative_greets_from_native_code()
    {
        using TestFolder folder = Copy("HelloNative");
        folder.Build("Program").AssertSucceeded();
        Assert.Equal("Hello, world! (native library, version 42)", folder.Run("Program/bin/Debug/net10.0/HelloNative.dll"));
        folder.Build("Program", "-p:GreetingLanguage=de").AssertSucceeded();
        Assert.Equal("Guten Tag, Welt! (native library, version 42)", folder.Run("Program/bin/Debug/net10.0/HelloNative.dll", "Welt"));
    }

    /// <summary>A copy of a sample, so that nothing is built in the checkout.</summary>
    private TestFolder Copy(string sample)
    {
        var folder = new TestFolder(sdk);
        folder.Write("global.json", File.ReadAllText(Path.Combine(Repository.Root, "samples/global.json")));
        string root = Path.Combine(Repository.Root, "samples", sample);
        foreach (string file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            string relative = Path.GetRelativePath(root, file);
            if (!relative.Split('/').Any(part => part is "obj" or "bin") && Path.GetFileName(file) != "packages.lock.json")
                folder.Write(relative, File.ReadAllText(file));
        }

        return folder;
    }
}
