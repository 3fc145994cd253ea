namespace TfNative.Bazel.Tests.Files;

public class CachingFileSystemTests
{
    private readonly InMemoryFileSystem inner = new InMemoryFileSystem().AddAll("/w/a/BUILD", "/w/a/x.h", "/w/b/y.h");

    [Fact]
    public void A_folder_is_listed_once_however_often_and_by_whomever_it_is_asked_for()
    {
        var cache = new CachingFileSystem(inner);
        Parallel.For(0, 64, i =>
        {
            Assert.True(cache.FileExists("/w/a/BUILD"));
            Assert.False(cache.FileExists("/w/a/BUILD.bazel" + (i % 3)));
            Assert.Equal(["x.h"], new PackageGlobber(cache, "/w/a").Glob(["**/x.h"], []));
        });
        Assert.Equal(1, inner.ListCounts["/w/a"]);
    }

    [Fact]
    public void What_was_looked_at_is_known_even_where_there_was_nothing()
    {
        var cache = new CachingFileSystem(inner);
        cache.FileExists("/w/a/x.h");
        cache.FileExists("/w/none/x.h");
        cache.ReadAllText("/w/b/y.h");
        Dictionary<string, bool> listed = cache.Listings.ToDictionary(l => l.Key, l => l.Value.Exists);
        Assert.Equal(new Dictionary<string, bool> { ["/w/a"] = true, ["/w/none"] = false }, listed);
        Assert.Equal(["/w/b/y.h"], cache.ReadFiles);
    }

    [Fact]
    public void Files_and_folders_are_told_apart()
    {
        var cache = new CachingFileSystem(inner);
        Assert.True(cache.DirectoryExists("/w/a"));
        Assert.True(cache.DirectoryExists("/w"));
        Assert.False(cache.DirectoryExists("/w/a/x.h"));
        Assert.False(cache.FileExists("/w/a"));
        Assert.False(cache.DirectoryExists("/w/none"));
    }
}
