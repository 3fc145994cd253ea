using TfNative.Provisioning.Tests.Fakes;

namespace TfNative.Provisioning.Tests.GetSources;

public sealed class DownloadTests : IDisposable
{
    private readonly SourcesFixture sources = new();

    public void Dispose() => sources.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Sources_come_from_the_mirror_that_the_machine_names_in_either_format(bool deb822)
    {
        var source = sources.Mirror.AddSource("alpha", "1.0", Archives.TarGz("alpha-1.0/BUILD", "alpha-1.0/src/a.cc"));
        var package = sources.Mirror.AddPackage("beta", "2.0-1", Archives.Deb("beta", "2.0-1", "usr/include/b.h"));
        sources.Pin(deb822, source, package);

        var result = await sources.GetSourcesAsync();

        result.AssertSucceeded();
        Assert.Equal("alpha-1.0/src/a.cc", File.ReadAllText(sources.Tree(source, "src", "a.cc")));
        Assert.Equal("usr/include/b.h", File.ReadAllText(sources.Tree(package, "usr", "include", "b.h")));
    }

    [Fact]
    public async Task The_machine_s_own_apt_lists_stay_as_they_are()
    {
        var source = sources.Mirror.AddSource("alpha", "1.0", Archives.TarGz("alpha-1.0/BUILD"));
        sources.Pin(source);

        var result = await sources.GetSourcesAsync();

        result.AssertSucceeded();
        Assert.Empty(Directory.GetFiles(sources.AptLists, "*", SearchOption.AllDirectories));
        Assert.False(Directory.Exists(Path.Combine(sources.Cache, "partial", "apt")), "the private state is left behind");
    }

    [Fact]
    public async Task A_repository_of_somebody_else_is_not_taken_for_the_mirror()
    {
        var source = sources.Mirror.AddSource("alpha", "1.0", Archives.TarGz("alpha-1.0/BUILD"));
        sources.Pin(source);
        File.WriteAllText(Path.Combine(sources.AptSources, "another.list"), "deb copy:/nowhere/debian bookworm stable\ndeb copy:/nowhere/node nodistro main\n");

        (await sources.GetSourcesAsync()).AssertSucceeded();
    }

    [Fact]
    public async Task A_machine_that_names_no_mirror_is_told_to_name_one()
    {
        sources.Pin(sources.Mirror.AddSource("alpha", "1.0", Archives.TarGz("alpha-1.0/BUILD")));
        Directory.Delete(sources.AptSources, recursive: true);

        var result = await sources.GetSourcesAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error TFN6002: alpha_1.0.orig.tar.gz", result.Error, StringComparison.Ordinal);
        Assert.Contains("names no Debian mirror", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_the_mirror_no_longer_offers_is_an_error_that_names_the_file()
    {
        var source = sources.Mirror.AddSource("alpha", "1.0", Archives.TarGz("alpha-1.0/BUILD"));
        sources.Pin(source with { Sha256 = new string('a', 64) });

        var result = await sources.GetSourcesAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error TFN6002: alpha_1.0.orig.tar.gz", result.Error, StringComparison.Ordinal);
        Assert.Contains("no version of alpha with that SHA-256", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_Debian_revision_of_the_same_tarball_is_as_good()
    {
        var tarball = Archives.TarGz("alpha-1.0/BUILD");
        var other = sources.Mirror.AddSource("alpha", "0.9", Archives.TarGz("alpha-0.9/BUILD"));
        var pinned = sources.Mirror.AddSource("alpha", "1.0", tarball);
        sources.Mirror.AddSource("alpha", "1.1", Archives.TarGz("alpha-1.1/BUILD"));
        sources.Pin(pinned);

        var result = await sources.GetSourcesAsync();

        result.AssertSucceeded();
        Assert.Equal(tarball, File.ReadAllBytes(sources.Archive(pinned)));
        Assert.False(File.Exists(sources.Archive(other)));
    }

    [Fact]
    public async Task A_cut_download_names_the_file_and_the_next_run_goes_on_from_there()
    {
        var first = sources.Mirror.AddSource("alpha", "1.0", Archives.TarGz("alpha-1.0/BUILD"));
        var second = sources.Mirror.AddPackage("beta", "2.0-1", Archives.Deb("beta", "2.0-1", "usr/include/b.h"));
        sources.Pin(first, second);
        var whole = File.ReadAllBytes(sources.Mirror.PathOf(second));
        File.WriteAllBytes(sources.Mirror.PathOf(second), whole[..^10]);

        var cut = await sources.GetSourcesAsync();

        Assert.Equal(1, cut.ExitCode);
        Assert.Contains("error TFN6002: beta_2.0-1_all.deb", cut.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(sources.Archive(second)));

        File.WriteAllBytes(sources.Mirror.PathOf(second), whole);
        var next = await sources.GetSourcesAsync();

        next.AssertSucceeded();
        Assert.DoesNotContain("Downloading alpha", next.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(sources.Tree(first, "BUILD")));
        Assert.True(File.Exists(sources.Tree(second, "usr", "include", "b.h")));
    }

    [Fact]
    public async Task Without_network_an_incomplete_cache_is_an_error_that_names_every_missing_file()
    {
        var first = sources.Mirror.AddSource("alpha", "1.0", Archives.TarGz("alpha-1.0/BUILD"));
        var second = sources.Mirror.AddSource("beta", "1.0", Archives.TarGz("beta-1.0/BUILD"));
        sources.Pin(first, second);
        Directory.Delete(Path.Combine(Path.GetDirectoryName(sources.Mirror.PathOf(first))!, "..", "dists"), recursive: true);

        var result = await sources.GetSourcesAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error TFN6002: alpha_1.0.orig.tar.gz beta_1.0.orig.tar.gz", result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(sources.Cache, "archives")));
    }

    [Fact]
    public async Task A_file_of_npm_with_another_hash_is_an_error_that_shows_both()
    {
        var tarball = Archives.TarGz("package/model.tflite");
        var entry = new LockEntry("@scope/model", "1.0.0", "scope-model-1.0.0.tgz", tarball.Length, Archives.Sha256(tarball), "npm");
        sources.Pin(entry);
        sources.AddCommand("npm", "printf other > scope-model-1.0.0.tgz");

        var result = await sources.GetSourcesAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error TFN6001: scope-model-1.0.0.tgz", result.Error, StringComparison.Ordinal);
        Assert.Contains(entry.Sha256, result.Error, StringComparison.Ordinal);
        Assert.Contains(Archives.Sha256("other"u8.ToArray()), result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(sources.Archive(entry)));
    }

    [Fact]
    public async Task A_package_of_npm_is_asked_for_by_name_and_version_and_unpacked()
    {
        var tarball = Archives.TarGz("package/model.tflite");
        var entry = new LockEntry("@scope/model", "1.0.0", "scope-model-1.0.0.tgz", tarball.Length, Archives.Sha256(tarball), "npm");
        sources.Pin(entry);
        File.WriteAllBytes(sources.Cache + ".tgz", tarball);
        sources.AddCommand("npm", $"[[ $1 == pack && ${{@: -1}} == @scope/model@1.0.0 ]] && cp '{sources.Cache}.tgz' scope-model-1.0.0.tgz");

        var result = await sources.GetSourcesAsync();

        result.AssertSucceeded();
        Assert.True(File.Exists(Path.Combine(sources.Cache, "tree", "model-1.0.0", "model.tflite")));
    }
}
