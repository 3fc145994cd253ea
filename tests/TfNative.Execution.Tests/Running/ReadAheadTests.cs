using TfNative.Execution.Tests.Support;

namespace TfNative.Execution.Tests.Running;

public sealed class ReadAheadTests : IDisposable
{
    private readonly RealWorkspace _ws = new();

    private string GraphFile => Path.Combine(_ws.Folder, "graph");

    public void Dispose() => _ws.Dispose();

    [Fact]
    public void A_build_with_what_was_read_ahead_finds_that_there_is_nothing_to_do()
    {
        Build("one");
        ReadAhead ahead = Begin();
        Assert.Equal(0, Execute(ahead.TakeGraph()!, ahead).Summary.Ran);
    }

    [Fact]
    public void A_log_that_another_build_wrote_meanwhile_is_read_again()
    {
        Build("one");
        ReadAhead ahead = Begin();
        Build("two");
        ActionGraph graph = ActionGraphFile.Read(GraphFile)!;
        // By the log that was read ahead, the command would be another one.
        Assert.Equal(0, Execute(graph, ahead).Summary.Ran);
    }

    [Fact]
    public void A_graph_that_was_made_again_meanwhile_is_not_the_one_that_was_read()
    {
        Build("one");
        ReadAhead ahead = Begin();
        Build("two");
        Assert.Null(ahead.TakeGraph());
    }

    [Fact]
    public void Where_nothing_was_built_there_is_nothing_to_read()
    {
        ReadAhead ahead = Begin();
        Assert.Null(ahead.TakeGraph());
        Build("one");
        Assert.Equal("one", _ws.Read("out/a").Trim());
    }

    [Fact]
    public void A_damaged_graph_is_none()
    {
        Build("one");
        byte[] bytes = File.ReadAllBytes(GraphFile);
        bytes[^1]++;
        File.WriteAllBytes(GraphFile, bytes);
        Assert.Null(Begin().TakeGraph());
    }

    /// <summary>In a time in which all files are old; returns when it has read them.</summary>
    private ReadAhead Begin()
    {
        var ahead = ReadAhead.Begin(GraphFile, _ws.LogFolder, long.MaxValue);
        ahead.Reading.Wait();
        return ahead;
    }

    private void Build(string text)
    {
        _ws.Script("out/a", $"echo {text} > out/a");
        ActionGraph graph = _ws.Describe().Graph;
        ActionGraphFile.Write(GraphFile, graph, new GraphInputs());
        Assert.Equal(1, Execute(graph, null).Summary.Ran);
    }

    private ExecutionResult Execute(ActionGraph graph, ReadAhead? ahead) => Executor.Execute(
        new ExecutionRequest { Graph = graph, ExecutionRoot = _ws.Root, LogFolder = _ws.LogFolder, ReadAhead = ahead }, new RecordedStatus());
}
