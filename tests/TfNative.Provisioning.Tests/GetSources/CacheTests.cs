using TfNative.Provisioning.Tests.Fakes;

namespace TfNative.Provisioning.Tests.GetSources;

public sealed class CacheTests : IDisposable
{
    private readonly SourcesFixture sources = new();

    public void Dispose() => sources.Dispose();

    [Fact]
    public async Task A_complete_cache_starts_no_client_of_a_registry()
    {
        var source = sources.Mirror.AddSource("alpha", "1.0", Archives.TarGz("alpha-1.0/BUILD"));
        sources.Pin(source);
        (await sources.GetSourcesAsync()).AssertSucceeded();
        File.Delete(sources.Archive(source));
        foreach (var client in (string[])["apt-get", "apt-cache", "npm", "tar", "sha256sum"])
            sources.AddCommand(client, $"echo {client} was started >&2; exit 1");

        var result = await sources.GetSourcesAsync();

        result.AssertSucceeded();
        Assert.Equal($"All 1 sources are in {sources.Cache}\n", result.Output);
    }

    [Fact]
    public async Task A_damaged_archive_is_downloaded_again()
    {
        var source = sources.Mirror.AddSource("alpha", "1.0", Archives.TarGz("alpha-1.0/BUILD"));
        sources.Pin(source);
        Directory.CreateDirectory(Path.GetDirectoryName(sources.Archive(source))!);
        File.WriteAllText(sources.Archive(source), "damaged");

        var result = await sources.GetSourcesAsync();

        result.AssertSucceeded();
        Assert.Equal(source.Sha256, Archives.Sha256(File.ReadAllBytes(sources.Archive(source))));
    }

    [Fact]
    public async Task A_tree_without_its_stamp_was_not_finished_and_is_unpacked_again()
    {
        var source = sources.Mirror.AddSource("alpha", "1.0", Archives.TarGz("alpha-1.0/BUILD"));
        sources.Pin(source);
        Directory.CreateDirectory(sources.Tree(source));
        File.WriteAllText(sources.Tree(source, "half"), "");

        var result = await sources.GetSourcesAsync();

        result.AssertSucceeded();
        Assert.False(File.Exists(sources.Tree(source, "half")));
        Assert.True(File.Exists(sources.Tree(source, "BUILD")));
    }

    [Fact]
    public async Task A_new_hash_in_the_lock_replaces_the_tree()
    {
        sources.PinDownloaded("alpha", "1.0", Archives.TarGz("alpha-1.0/OLD"));
        (await sources.GetSourcesAsync()).AssertSucceeded();
        var source = sources.PinDownloaded("alpha", "1.0", Archives.TarGz("alpha-1.0/NEW"));

        (await sources.GetSourcesAsync()).AssertSucceeded();

        Assert.True(File.Exists(sources.Tree(source, "NEW")));
        Assert.False(File.Exists(sources.Tree(source, "OLD")));
    }

    [Fact]
    public async Task What_a_killed_run_left_is_no_obstacle()
    {
        var source = sources.Mirror.AddSource("alpha", "1.0", Archives.TarGz("alpha-1.0/BUILD"));
        sources.Pin(source);
        foreach (var part in (string[])["tree", "download", "apt"])
        {
            Directory.CreateDirectory(Path.Combine(sources.Cache, "partial", part));
            File.WriteAllText(Path.Combine(sources.Cache, "partial", part, "half"), "");
        }

        var result = await sources.GetSourcesAsync();

        result.AssertSucceeded();
        Assert.Equal(["BUILD"], Directory.GetFileSystemEntries(sources.Tree(source)).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Two_runs_at_once_share_the_work()
    {
        var source = sources.Mirror.AddSource("alpha", "1.0", Archives.TarGz("alpha-1.0/BUILD"));
        sources.Pin(source);

        var results = await Task.WhenAll(sources.GetSourcesAsync(), sources.GetSourcesAsync());

        Assert.All(results, result => result.AssertSucceeded());
        Assert.Single(results, result => result.Output.Contains("Unpacking", StringComparison.Ordinal));
    }
}
