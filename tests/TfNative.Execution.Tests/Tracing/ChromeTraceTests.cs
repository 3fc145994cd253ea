using System.Text.Json;
using TfNative.Execution.Tests.Support;

namespace TfNative.Execution.Tests.Tracing;

public sealed class ChromeTraceTests : IDisposable
{
    private readonly RealWorkspace _ws = new();

    public void Dispose() => _ws.Dispose();

    [Fact]
    public void Every_action_that_ran_is_in_the_trace_and_the_critical_path_in_a_row_of_its_own()
    {
        _ws.Script("out/a", "echo a > out/a");
        _ws.Script("out/b", "cat out/a > out/b", "out/a");
        _ws.Script("out/c", "cat out/b > out/c", "out/b");
        Assert.True(_ws.Build().Succeeded);
        using JsonDocument trace = JsonDocument.Parse(File.ReadAllText(Path.Combine(_ws.LogFolder, "trace.json")));
        List<JsonElement> events = [.. trace.RootElement.GetProperty("traceEvents").EnumerateArray()];
        List<JsonElement> actions = [.. events.Where(e => e.GetProperty("ph").GetString() == "X")];
        int critical = events.Single(e =>
            e.GetProperty("ph").GetString() == "M" && e.GetProperty("args").GetProperty("name").GetString() == "critical path")
            .GetProperty("tid").GetInt32();
        Assert.Equal(["out/a", "out/b", "out/c"], Names(actions.Where(e => e.GetProperty("tid").GetInt32() == critical)));
        Assert.Equal(["out/a", "out/b", "out/c"], Names(actions.Where(e => e.GetProperty("tid").GetInt32() != critical)));
        Assert.All(actions, e => Assert.Equal("never built", e.GetProperty("args").GetProperty("reason").GetString()));
        Assert.All(actions.Zip(actions.Skip(2)), pair =>
            Assert.True(pair.First.GetProperty("ts").GetInt64() <= pair.Second.GetProperty("ts").GetInt64()));
    }

    private static IEnumerable<string?> Names(IEnumerable<JsonElement> actions) =>
        actions.Select(e => e.GetProperty("args").GetProperty("output").GetString());
}
