namespace TfNative.Sdk.Tests.Harness;

/// <summary>Copies of the samples, so that nothing is built in the checkout.</summary>
internal static class Samples
{
    /// <summary>All samples in folder "samples", with what they take from the repository's root.</summary>
    public static TestFolder Copy(SdkPackage sdk)
    {
        var folder = new TestFolder(sdk);
        foreach (string file in (string[])["Directory.Build.props", "Directory.Packages.props", "BannedSymbols.txt"])
            folder.Write(file, File.ReadAllText(Path.Combine(Repository.Root, file)));
        Copy(folder, "samples", "samples");
        // The feed of the tests, which is named above.
        File.Delete(folder.PathOf("samples/NuGet.config"));
        return folder;
    }

    /// <summary>One of them, as the only thing in the folder.</summary>
    public static TestFolder Copy(SdkPackage sdk, string sample)
    {
        var folder = new TestFolder(sdk);
        folder.Write("global.json", File.ReadAllText(Path.Combine(Repository.Root, "samples/global.json")));
        Copy(folder, "samples/" + sample, "");
        return folder;
    }

    private static void Copy(TestFolder folder, string from, string to)
    {
        string root = Path.Combine(Repository.Root, from);
        foreach (string file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            string relative = Path.GetRelativePath(root, file);
            if (relative.Split('/').Any(part => part is "obj" or "bin"))
                continue;
            string copy = folder.PathOf(Path.Combine(to, relative));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
