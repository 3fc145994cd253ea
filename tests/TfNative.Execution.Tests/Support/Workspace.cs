namespace TfNative.Execution.Tests.Support;

/// <summary>A virtual execution root with a log, and a graph that is described anew for every build.</summary>
internal sealed class Workspace
{
    private ActionGraphBuilder _builder = new();
    private readonly List<Artifact> _wanted = [];

    public Workspace()
    {
        Commands = new FakeCommands(Disk);
        Disk.CreateDirectory("src");
        Disk.CreateDirectory("/bin");
        foreach (string program in (string[])["/bin/cc", "/bin/strip", "/bin/cat"])
            Disk.Write(program, program, executable: true);
        Disk.Tick();
    }

    public VirtualDisk Disk { get; } = new();

    public FakeCommands Commands { get; }

    public MemoryLog Log { get; } = new();

    public RecordedStatus Status { get; private set; } = new();

    /// <summary>Changed by tests that need another request.</summary>
    public Func<ExecutionRequest, ExecutionRequest> Request { get; set; } = request => request;

    public ActionGraphBuilder Graph => _builder;

    public void Source(string path, string content)
    {
        Disk.CreateDirectory(Path.GetDirectoryName(path)!);
        Disk.Write(path, content);
    }

    public Artifact Compile(string source, string output, string flag = "-O2", params Artifact[] headers) =>
        Add(new SpawnAction
        {
            Mnemonic = "CppCompile",
            Owner = "//:" + output,
            CommandLine = new CommandLine(["/bin/cc", flag], ["-o", output, "-MF", output + ".d", source]),
            Inputs = [Input(source)],
            InputSets = [ArtifactSet.Create(headers)],
            Outputs = [_builder.Output(output)],
            Depfile = output + ".d",
            DiscoversInputs = true,
        });

    public Artifact Run(string program, string output, params string[] inputs) =>
        Add(new SpawnAction
        {
            Mnemonic = "Genrule",
            Owner = "//:" + output,
            CommandLine = CommandLine.Of([program, "-o", output, .. inputs]),
            Inputs = [.. inputs.Select(Input)],
            Outputs = [_builder.Output(output)],
        });

    public Artifact Add(BuildAction action)
    {
        _builder.Add(action);
        _wanted.Add(action.Outputs[0]);
        return action.Outputs[0];
    }

    public Artifact Input(string path) => path.StartsWith("out/", StringComparison.Ordinal) ? _builder.Output(path) : _builder.Source(path);

    /// <summary>Builds what was described since the last call, and forgets the description.</summary>
    public ExecutionResult Build(CancellationToken cancel = default) => Build(Commands, cancel);

    /// <summary>With other programs than <see cref="Commands"/>.</summary>
    public ExecutionResult Build(ICommandRunner commands, CancellationToken cancel = default)
    {
        Disk.Tick();
        Status = new RecordedStatus();
        Commands.Ran.Clear();
        Commands.Commands.Clear();
        ActionGraph graph = _builder.Build(_wanted);
        _builder = new ActionGraphBuilder();
        _wanted.Clear();
        ExecutionRequest request = Request(new ExecutionRequest
        {
            Graph = graph,
            ExecutionRoot = "/root",
            LogFolder = "/log",
            Jobs = 1,
            Memory = MemoryPolicy.Unlimited,
            Trace = false,
        });
        ExecutionResult result = Executor.Execute(
            request, Status, new ExecutorSeams(Disk, commands, Log, new PlentyOfMemory()), cancel);
        Disk.Tick();
        return result;
    }
}
