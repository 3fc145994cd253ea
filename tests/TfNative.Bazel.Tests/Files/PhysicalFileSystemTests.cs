namespace TfNative.Bazel.Tests.Files;

public sealed class PhysicalFileSystemTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("tfnative-files-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    private string Write(string path)
    {
        string full = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, path);
        return full;
    }

    [Fact]
    public void A_folder_is_listed_with_links_followed_and_links_to_nothing_left_out()
    {
        Write("a.h");
        Write("dir/b.h");
        Write(".hidden");
        File.CreateSymbolicLink(Path.Combine(root, "to_file"), Path.Combine(root, "a.h"));
        File.CreateSymbolicLink(Path.Combine(root, "to_dir"), "dir");
        File.CreateSymbolicLink(Path.Combine(root, "to_nothing"), "nowhere");
        Assert.Equal(
            [
                new DirectoryEntry(".hidden", FileKind.File),
                new DirectoryEntry("a.h", FileKind.File),
                new DirectoryEntry("dir", FileKind.Directory),
                new DirectoryEntry("to_dir", FileKind.Directory, IsLink: true),
                new DirectoryEntry("to_file", FileKind.File, IsLink: true),
            ],
            PhysicalFileSystem.Instance.ListDirectory(root).Entries);
    }

    [Fact]
    public void A_folder_that_is_missing_or_a_file_lists_as_missing()
    {
        string file = Write("a.h");
        Assert.False(PhysicalFileSystem.Instance.ListDirectory(Path.Combine(root, "none")).Exists);
        Assert.False(PhysicalFileSystem.Instance.ListDirectory(file).Exists);
        Assert.True(PhysicalFileSystem.Instance.ListDirectory(root).Exists);
    }

    [Fact]
    public void Real_paths_have_no_link_in_them()
    {
        Write("dir/deep/b.h");
        File.CreateSymbolicLink(Path.Combine(root, "one"), "dir");
        File.CreateSymbolicLink(Path.Combine(root, "dir", "two"), "../one/deep");
        string realRoot = PhysicalFileSystem.Instance.RealPath(root);
        Assert.Equal(realRoot + "/dir/deep/b.h", PhysicalFileSystem.Instance.RealPath(root + "/one/two/b.h"));
    }

    [Fact]
    public void A_link_to_itself_is_an_error_not_an_endless_loop()
    {
        File.CreateSymbolicLink(Path.Combine(root, "self"), "self");
        Assert.Throws<IOException>(() => PhysicalFileSystem.Instance.RealPath(root + "/self"));
        Assert.False(PhysicalFileSystem.Instance.FileExists(root + "/self"));
        Assert.Empty(PhysicalFileSystem.Instance.ListDirectory(root).Entries);
    }

    [Fact]
    public void Globs_work_on_the_disk()
    {
        Write("BUILD");
        Write("a b.h");
        Write("ü/c.h");
        Write("sub/BUILD");
        Write("sub/d.h");
        File.CreateSymbolicLink(Path.Combine(root, "ü", "up"), "..");
        var globber = new PackageGlobber(new CachingFileSystem(PhysicalFileSystem.Instance), root);
        Assert.Equal(["a b.h", "ü/c.h"], globber.Glob(["**/*.h"], []));
    }
}
