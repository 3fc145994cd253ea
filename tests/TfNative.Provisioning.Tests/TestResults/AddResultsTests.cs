using TfNative.Provisioning.Tests.Fakes;

namespace TfNative.Provisioning.Tests.TestResults;

public sealed class AddResultsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_counters_of_all_projects_are_added_up()
    {
        var result = await AddAsync((Counters(total: 5, executed: 4, passed: 4, failed: 0), 0), (Counters(7, 7, 7, 0), 0));

        Assert.Equal("11 passed, 0 failed, 1 skipped\n", result.Output);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task A_failed_test_fails_the_run()
    {
        var result = await AddAsync((Counters(3, 3, 2, 1), 1), (Counters(7, 7, 7, 0), 0));

        Assert.Equal("9 passed, 1 failed\n", result.Output);
        Assert.Equal(1, result.ExitCode);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("", 0)]
    public async Task A_project_that_leaves_no_results_counts_as_a_failure(string text, int exitCode)
    {
        var result = await AddAsync((text, exitCode), (Counters(7, 7, 7, 0), 0));

        Assert.EndsWith("\n7 passed, 1 failed\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
    }

    [Theory]
    [InlineData(2, 2, 2, 0, 1)]
    [InlineData(0, 0, 0, 0, 0)]
    [InlineData(3, 3, 2, 0, 0)]
    public async Task A_run_that_was_cut_short_counts_as_a_failure(int total, int executed, int passed, int failed, int exitCode)
    {
        var result = await AddAsync((Counters(total, executed, passed, failed), exitCode));

        Assert.EndsWith($"\n{passed} passed, 1 failed\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
    }

    [Fact]
    public async Task Nothing_run_is_no_success() => Assert.Equal(1, (await AddAsync()).ExitCode);

    private static string Counters(int total, int executed, int passed, int failed) =>
        $"""<ResultSummary><Counters total="{total}" executed="{executed}" passed="{passed}" failed="{failed}" error="0" /></ResultSummary>""";

    private Task<ScriptResult> AddAsync(params (string Trx, int ExitCode)[] projects)
    {
        var script = "source lib/say.sh; source lib/test-results.sh; ";
        for (var i = 0; i < projects.Length; i++)
        {
            var file = folder[$"{i}.trx"];
            if (projects[i].Trx.Length > 0)
                File.WriteAllText(file, projects[i].Trx);
            script += $"add_results '{file}' {projects[i].ExitCode} project{i}; ";
        }

        return Script.RunAsync(["-c", script + "show_results"], new Dictionary<string, string>());
    }
}
