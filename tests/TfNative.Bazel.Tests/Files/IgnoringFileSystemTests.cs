namespace TfNative.Bazel.Tests.Files;

public class IgnoringFileSystemTests
{
    private static readonly IgnoringFileSystem Files = new(
        new InMemoryFileSystem().AddAll("/w/a.cc", "/w/obj/b.cc", "/w/obj/bazel/external/r/c.cc", "/w/objects/d.cc", "/w/e/f/g.cc"),
        ["/w/obj", "/w/e/f/"],
        outputBase: "/w/obj/bazel");

    private static string[] Names(string folder) => [.. Files.ListDirectory(folder).Entries.Select(entry => entry.Name)];

    [Fact]
    public void An_ignored_folder_is_in_no_listing()
    {
        Assert.Equal(["a.cc", "e", "objects"], Names("/w"));
        Assert.Empty(Names("/w/e"));
    }

    [Fact]
    public void What_lies_in_it_does_not_exist()
    {
        Assert.False(Files.FileExists("/w/obj/b.cc"));
        Assert.False(Files.DirectoryExists("/w/obj"));
        Assert.False(Files.ListDirectory("/w/e/f").Exists);
        Assert.True(Files.FileExists("/w/objects/d.cc"));
    }

    [Fact]
    public void Repositories_that_were_made_in_it_are_seen()
    {
        Assert.Equal(["c.cc"], Names("/w/obj/bazel/external/r"));
        Assert.True(Files.FileExists("/w/obj/bazel/external/r/c.cc"));
    }
}
