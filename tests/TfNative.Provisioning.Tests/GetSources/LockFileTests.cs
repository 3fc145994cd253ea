using System.Text.Json;
using TfNative.Provisioning.Tests.Fakes;

namespace TfNative.Provisioning.Tests.GetSources;

public sealed class LockFileTests : IDisposable
{
    private static readonly string RepositoryLock = Path.Combine(Script.Folder, "sources.lock.json");
    private readonly SourcesFixture sources = new();

    public void Dispose() => sources.Dispose();

    [Theory]
    [InlineData("default")]
    [InlineData("full")]
    public async Task The_script_reads_the_lock_as_a_JSON_parser_does(string group)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(RepositoryLock));
        var expected = document.RootElement.EnumerateArray()
            .Where(entry => group == "full" || entry.GetProperty("group").GetString() == "default")
            .Select(entry => $"{entry.GetProperty("name").GetString()} {entry.GetProperty("version").GetString()}");

        var result = await sources.GetSourcesAsync("--lock", RepositoryLock, "--group", group, "--list");

        result.AssertSucceeded();
        var listed = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => string.Join(' ', line.Split(' ')[..2]));
        Assert.Equal(expected, listed);
    }

    [Fact]
    public void Every_source_is_pinned_and_says_what_it_is_for()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(RepositoryLock));
        var entries = document.RootElement.EnumerateArray().ToList();

        Assert.All(entries, entry =>
        {
            Assert.Matches("^[0-9a-f]{64}$", entry.GetProperty("sha256").GetString());
            Assert.True(entry.GetProperty("size").GetInt64() > 0);
            Assert.NotEmpty(entry.GetProperty("purpose").GetString()!);
            Assert.Equal(entry.GetProperty("kind").GetString() != "npm", entry.TryGetProperty("suite", out _));
        });
        Assert.Distinct(entries.Select(entry => entry.GetProperty("file").GetString()));
    }

    [Theory]
    [InlineData("""[ {"name": "alpha"} ]""", "no \"version\"")]
    [InlineData("[\n]", "no entry")]
    public async Task A_lock_that_lacks_something_is_an_error_that_says_what(string text, string expected)
    {
        File.WriteAllText(sources.Lock, text);

        var result = await sources.GetSourcesAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error TFN6004", result.Error, StringComparison.Ordinal);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_full_group_has_the_default_one_too()
    {
        var entry = new LockEntry("alpha", "1.0", "alpha.tgz", 1, new string('a', 64), "npm");
        LockEntry.WriteAll(sources.Lock, [entry, entry with { Name = "beta", Group = "full" }]);

        var byDefault = await sources.GetSourcesAsync("--list");
        var full = await sources.GetSourcesAsync("--list", "--group", "full");

        Assert.Equal($"alpha 1.0 {sources.Tree(entry)}\n", byDefault.Output);
        Assert.Equal(2, full.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }
}
