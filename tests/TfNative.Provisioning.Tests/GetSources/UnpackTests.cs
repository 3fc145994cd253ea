using TfNative.Provisioning.Tests.Fakes;

namespace TfNative.Provisioning.Tests.GetSources;

public sealed class UnpackTests : IDisposable
{
    private readonly SourcesFixture sources = new();

    public void Dispose() => sources.Dispose();

    [Fact]
    public async Task An_archive_without_a_top_folder_is_unpacked_as_it_is()
    {
        var source = sources.Mirror.AddSource("alpha", "1.0", Archives.TarGz(".bazelrc", "BUILD.bazel", "src/a.c"));
        sources.Pin(source);

        var result = await sources.GetSourcesAsync();

        result.AssertSucceeded();
        Assert.True(File.Exists(sources.Tree(source, ".bazelrc")));
        Assert.True(File.Exists(sources.Tree(source, "src", "a.c")));
    }

    [Fact]
    public async Task A_hidden_file_beside_the_only_folder_keeps_the_folder()
    {
        var source = sources.Mirror.AddSource("alpha", "1.0", Archives.TarGz(".bazelrc", "src/a.c"));
        sources.Pin(source);

        (await sources.GetSourcesAsync()).AssertSucceeded();

        Assert.True(File.Exists(sources.Tree(source, "src", "a.c")));
    }

    [Fact]
    public async Task An_archive_that_cannot_be_unpacked_is_named_and_leaves_no_tree()
    {
        var source = sources.Mirror.AddSource("alpha", "1.0", "not an archive"u8.ToArray());
        sources.Pin(source);

        var result = await sources.GetSourcesAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error TFN6006: alpha_1.0.orig.tar.gz", result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(sources.Cache, "tree")));
    }

    // Here and below, a limit on the size of a file stops a write in the middle as a full disk does.
    [Fact]
    public async Task A_tree_that_the_disk_does_not_take_names_the_archive_and_the_next_run_goes_on_from_there()
    {
        var source = sources.PinDownloaded("alpha", "1.0", Archives.TarGz([("alpha-1.0/zeros", new byte[300_000])]));

        var limited = await sources.GetSourcesAfterAsync("ulimit -f 200");

        Assert.Equal(1, limited.ExitCode);
        Assert.Contains("error TFN6006: alpha-1.0.tgz", limited.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(sources.Cache, "tree")));

        (await sources.GetSourcesAsync()).AssertSucceeded();
        Assert.True(File.Exists(sources.Tree(source, "zeros")));
    }

    [Fact]
    public async Task A_download_that_the_disk_does_not_take_names_the_file_and_leaves_nothing()
    {
        var source = sources.PinDownloaded("alpha", "1.0", new byte[300_000]);
        File.Delete(sources.Archive(source));
        sources.AddCommand("npm", $"head -c 300000 /dev/zero > {source.File}");

        var limited = await sources.GetSourcesAfterAsync("ulimit -f 200");

        Assert.Equal(1, limited.ExitCode);
        Assert.Contains("error TFN6002: alpha-1.0.tgz", limited.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(sources.Cache, "archives")));
        Assert.False(Directory.Exists(Path.Combine(sources.Cache, "partial", "download")));
    }

    [Fact]
    public async Task A_file_larger_than_the_free_space_is_not_begun()
    {
        var source = sources.Mirror.AddSource("alpha", "1.0", Archives.TarGz("alpha-1.0/BUILD"));
        sources.Pin(source with { Size = long.MaxValue / 2 });

        var result = await sources.GetSourcesAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error TFN6003: no space for alpha_1.0.orig.tar.gz", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(sources.Archive(source)));
    }
}
