namespace TfNative.Packaging.Tests.Licenses;

public sealed class LicenseFilesTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("tfnative-licenses-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    private IEnumerable<string> Found => LicenseFiles.Find(root).Select(file => Path.GetRelativePath(root, file));

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, name))!);
        File.WriteAllText(Path.Combine(root, name), text);
    }

    [Fact]
    public void Files_named_as_licences_are_and_a_folder_of_them_are_found()
    {
        foreach (string name in (string[])["COPYING.LIB", "LICENSE", "LICENSES/MIT.txt", "licensed.txt", "README"])
            Write(name, "Copyright 2020 A");
        Assert.Equal(["COPYING.LIB", "LICENSE", "LICENSES/MIT.txt"], Found);
    }

    [Fact]
    public void What_a_licence_links_to_belongs_to_it()
    {
        Write("LICENSE.md", "One is in [README.ijg](README.ijg), [again](README.ijg); the [other](https://opensource.org/licenses/Zlib) is not [here](absent.txt).");
        Write("README.ijg", "The licence.");
        Write("README.md", "Copyright 2020 A");
        Assert.Equal(["LICENSE.md", "README.ijg"], Found);
    }

    [Fact]
    public void Without_a_licence_a_README_with_a_copyright_notice_is_taken()
    {
        Write("readme.txt", "Copyright:\n  Copyright(C) 1996 A. You may use this code for any purpose.");
        Write("readme2d.txt", "How to use it.");
        Assert.Equal(["readme.txt"], Found);
    }
}
