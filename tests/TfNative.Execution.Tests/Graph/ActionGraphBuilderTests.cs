namespace TfNative.Execution.Tests.Graph;

public class ActionGraphBuilderTests
{
    private readonly ActionGraphBuilder _builder = new();

    [Fact]
    public void A_path_is_one_artifact()
    {
        Assert.Same(_builder.Source("a/b.h"), _builder.Source("a/b.h"));
        Assert.Same(_builder.Output("out/b.o"), _builder.Output("out/b.o"));
    }

    [Fact]
    public void A_path_cannot_be_source_and_output()
    {
        _builder.Source("a/b.h");
        var error = Assert.Throws<ExecutionException>(() => _builder.Output("a/b.h"));
        Assert.Equal("TFN3002", error.Code);
    }

    [Fact]
    public void Two_actions_with_one_output_are_named_with_their_owners()
    {
        Add("//a:x", "out/f", "s1");
        var error = Assert.Throws<ExecutionException>(() => Add("//a:y", "out/f", "s2"));
        Assert.Equal("TFN3001", error.Code);
        Assert.Contains("//a:x", error.Message);
        Assert.Contains("//a:y", error.Message);
    }

    [Fact]
    public void An_output_without_an_action_names_who_wants_it()
    {
        Add("//a:x", "out/f", inputs: ["out/missing"], outputs: true);
        var error = Assert.Throws<ExecutionException>(() => _builder.Build([_builder.Output("out/f")]));
        Assert.Equal("TFN3003", error.Code);
        Assert.Contains("out/missing", error.Message);
        Assert.Contains("out/f", error.Message);
    }

    [Fact]
    public void A_cycle_is_shown_as_a_path()
    {
        Add("//:top", "out/top", inputs: ["out/a"], outputs: true);
        Add("//:a", "out/a", inputs: ["out/b"], outputs: true);
        Add("//:b", "out/b", inputs: ["out/a"], outputs: true);
        var error = Assert.Throws<ExecutionException>(() => _builder.Build([_builder.Output("out/top")]));
        Assert.Equal("TFN3004", error.Code);
        Assert.Contains("out/a (//:a) -> out/b (//:b) -> out/a (//:a)", error.Message);
        Assert.DoesNotContain("out/top", error.Message);
    }

    [Fact]
    public void A_cycle_through_a_set_is_found()
    {
        Artifact output = _builder.Output("out/b");
        ArtifactSet set = ArtifactSet.Create([output, _builder.Source("x.h")]);
        _builder.Add(new SpawnAction { Mnemonic = "M", Owner = "//:b", CommandLine = CommandLine.Of("x"), InputSets = [set], Outputs = [output] });
        var top = _builder.Output("out/top");
        _builder.Add(new SpawnAction { Mnemonic = "M", CommandLine = CommandLine.Of("x"), InputSets = [set], Outputs = [top] });
        var error = Assert.Throws<ExecutionException>(() => _builder.Build([top]));
        Assert.Contains("out/b (//:b) -> out/b (//:b)", error.Message);
    }

    [Fact]
    public void A_long_chain_needs_no_stack()
    {
        for (int i = 0; i < 200_000; i++)
            Add("//:n", $"out/{i + 1}", inputs: [$"out/{i}"], outputs: true);
        Add("//:n", "out/0", "s");
        Assert.Equal(200_001, _builder.Build([_builder.Output("out/200000")]).Actions.Length);
    }

    private void Add(string owner, string output, params string[] sources) => Add(owner, output, sources, outputs: false);

    private void Add(string owner, string output, string[] inputs, bool outputs) => _builder.Add(new SpawnAction
    {
        Mnemonic = "Genrule",
        Owner = owner,
        CommandLine = CommandLine.Of("tool"),
        Inputs = [.. inputs.Select(path => outputs ? _builder.Output(path) : _builder.Source(path))],
        Outputs = [_builder.Output(output)],
    });
}
