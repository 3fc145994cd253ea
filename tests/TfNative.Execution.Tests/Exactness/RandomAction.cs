using TfNative.Execution.Tests.Support;

namespace TfNative.Execution.Tests.Exactness;

/// <summary>An action of a <see cref="RandomBuild"/>.</summary>
internal sealed record RandomAction(string Program, string Output, string Flag, string[] Inputs)
{
    public bool MakesHeader => Program == "/bin/strip";

    public bool Compiles => Program == "/bin/cc";

    public string[] Arguments => Compiles
        ? [Program, Flag, "-o", Output, "-MF", Output + ".d", .. Inputs]
        : [Program, Flag, "-o", Output, .. Inputs];

    public void AddTo(Workspace ws, Artifact[] generatedHeaders) => ws.Add(new SpawnAction
    {
        Mnemonic = Program,
        Owner = "//:" + Output,
        CommandLine = CommandLine.Of(Arguments),
        Inputs = [.. Inputs.Select(ws.Input)],
        InputSets = Compiles ? [ArtifactSet.Create(generatedHeaders)] : [],
        Outputs = [ws.Graph.Output(Output)],
        Depfile = Compiles ? Output + ".d" : null,
        DiscoversInputs = Compiles,
    });

    public override string ToString() => string.Join(' ', Arguments);
}
