using TfNative.Execution.Tests.Support;

namespace TfNative.Execution.Tests.Reporting;

public sealed class BuildReportTests : IDisposable
{
    private readonly RealWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void A_report_is_made_from_what_a_real_build_left()
    {
        string path = Path.Combine(_workspace.LogFolder, "reports", "build.html");
        ActionGraph graph = Build();
        BuildReport.Write(graph, _workspace.LogFolder, path, "A build", DateTimeOffset.UnixEpoch);

        string html = File.ReadAllText(path);
        Assert.StartsWith("<!DOCTYPE html>", html);
        Assert.Contains("\"output\":[\"out/a\"]", html, StringComparison.Ordinal);
        Assert.Contains("\"reason\":[\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_log_there_is_an_error_that_names_the_report()
    {
        string path = Path.Combine(_workspace.LogFolder, "build.html");
        ExecutionException error = Assert.Throws<ExecutionException>(
            () => BuildReport.Write(Build(), Path.Combine(_workspace.Root, "nowhere"), path, "A build", DateTimeOffset.UnixEpoch));
        Assert.Equal("TFN3050", error.Code);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    private ActionGraph Build()
    {
        _workspace.Script("out/a", "echo a > out/a");
        ExecutionRequest request = _workspace.Describe();
        Assert.True(Executor.Execute(request, new RecordedStatus()).Succeeded);
        return request.Graph;
    }
}
