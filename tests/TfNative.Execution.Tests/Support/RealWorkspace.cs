namespace TfNative.Execution.Tests.Support;

/// <summary>An execution root and log folder on the disk, and shell scripts as actions.</summary>
internal sealed class RealWorkspace : IDisposable
{
    private ActionGraphBuilder _builder = new();
    private readonly List<Artifact> _wanted = [];

    public RealWorkspace()
        : this(Directory.CreateTempSubdirectory("tfnative-execution-").FullName)
    {
    }

    /// <param name="folder">Absolute path of the folder of a workspace that may be there already.</param>
    public RealWorkspace(string folder)
    {
        Folder = folder;
        Directory.CreateDirectory(Root);
        Directory.CreateDirectory(LogFolder);
    }

    public string Folder { get; }

    public string Root => Path.Combine(Folder, "root");

    public string LogFolder => Path.Combine(Folder, "log");

    public RecordedStatus Status { get; private set; } = new();

    public Func<ExecutionRequest, ExecutionRequest> Request { get; set; } = request => request;

    public ActionGraphBuilder Graph => _builder;

    public ActionEnvironment Environment { get; set; } = ActionEnvironment.Of(("PATH", "/usr/bin:/bin"));

    public void Write(string path, string content)
    {
        string full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public bool Exists(string path) => File.Exists(Path.Combine(Root, path));

    public Artifact Script(string output, string script, params string[] inputs) => Add(new SpawnAction
    {
        Mnemonic = "Genrule",
        Owner = "//:" + output,
        CommandLine = CommandLine.Of("sh", "-c", script),
        Environment = Environment,
        Inputs = [.. inputs.Select(path => path.StartsWith("out/", StringComparison.Ordinal) ? _builder.Output(path) : _builder.Source(path))],
        Outputs = [_builder.Output(output)],
    });

    public Artifact Add(BuildAction action)
    {
        _builder.Add(action);
        _wanted.Add(action.Outputs[0]);
        return action.Outputs[0];
    }

    public ExecutionRequest Describe()
    {
        ActionGraph graph = _builder.Build(_wanted);
        _builder = new ActionGraphBuilder();
        _wanted.Clear();
        return Request(new ExecutionRequest { Graph = graph, ExecutionRoot = Root, LogFolder = LogFolder, Jobs = 2 });
    }

    public ExecutionResult Build(CancellationToken cancel = default)
    {
        Status = new RecordedStatus();
        return Executor.Execute(Describe(), Status, cancel);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
