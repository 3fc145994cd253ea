using TfNative.Execution.Tests.Support;

namespace TfNative.Execution.Tests.Status;

public class RemainingTimeTests
{
    private readonly List<BuildAction> _actions = [];
    private readonly RemainingTime _remaining;

    /// <summary>A hundred compiles and a link, none of which ever ran, and one job.</summary>
    public RemainingTimeTests()
    {
        var builder = new ActionGraphBuilder();
        for (int i = 0; i <= 100; i++)
        {
            _actions.Add(new SpawnAction
            {
                Mnemonic = i == 100 ? "CppLink" : "CppCompile",
                CommandLine = CommandLine.Of("x"),
                Outputs = [builder.Output($"out/{i}")],
            });
            builder.Add(_actions[i]);
        }

        ActionGraph graph = builder.Build([]);
        var log = BuildLog.Open(new MemoryLog(), _ => { });
        _remaining = new RemainingTime(new ActionEstimates(_actions, _actions.Count, log, new BuildPaths(graph, log)), 1);
        _actions.ForEach(_remaining.Add);
    }

    private void End(int count, double seconds, LaunchResult launch)
    {
        foreach (BuildAction action in _actions.Take(count).ToList())
        {
            _remaining.Remove(action);
            _remaining.Learn(action, TimeSpan.FromSeconds(seconds), launch);
            _actions.Remove(action);
        }
    }

    [Fact]
    public void Nothing_is_said_before_anything_ran() => Assert.Null(_remaining.Estimate());

    [Fact]
    public void What_never_ran_takes_the_average()
    {
        End(1, 2, LaunchResult.Unknown);
        Assert.Equal(TimeSpan.FromSeconds(200), _remaining.Estimate());
    }

    [Fact]
    public void Kinds_are_told_apart()
    {
        _remaining.Learn(_actions[100], TimeSpan.FromSeconds(50), LaunchResult.Unknown);
        _remaining.Remove(_actions[100]);
        End(1, 2, LaunchResult.Unknown);
        Assert.Equal(TimeSpan.FromSeconds(99 * 2), _remaining.Estimate());
    }

    [Fact]
    public void Hits_of_a_cache_promise_nothing()
    {
        End(50, 0.1, LaunchResult.CacheHit);
        Assert.Null(_remaining.Estimate());
    }

    [Fact]
    public void Misses_after_many_hits_are_soon_taken_for_the_rule()
    {
        End(50, 0.1, LaunchResult.CacheHit);
        End(20, 10, LaunchResult.CacheMiss);
        Assert.InRange(_remaining.Estimate()!.Value.TotalSeconds, 270, 310);
    }

    [Fact]
    public void Hits_after_misses_are_believed_as_well()
    {
        End(20, 10, LaunchResult.CacheMiss);
        End(40, 0.1, LaunchResult.CacheHit);
        Assert.InRange(_remaining.Estimate()!.Value.TotalSeconds, 12, 30);
    }
}
