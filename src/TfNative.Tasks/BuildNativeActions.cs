using Microsoft.Build.Framework;
using TfNative.Execution;
using TfNative.Tasks.Building;
using TfNative.Tasks.Diagnostics;
using TfNative.Tasks.Parameters;

namespace TfNative.Tasks;

/// <summary>Runs the actions of an action graph file that are stale, in parallel.</summary>
[MSBuildMultiThreadableTask]
public sealed class BuildNativeActions : CancelableTask, IIncrementalTask
{
    [Required]
    public string ActionGraphFile { get; set; } = "";

    /// <summary>The folder that the execution root is in; the build log is kept in it.</summary>
    [Required]
    public string OutputBase { get; set; } = "";

    /// <summary>0: as many as there are processors.</summary>
    public int Jobs { get; set; }

    public bool KeepGoing { get; set; }

    /// <summary>Seconds after which an action is ended and has failed; 0 for no limit.</summary>
    public int ActionTimeout { get; set; }

    /// <summary>Run programs without network.</summary>
    public bool Sandbox { get; set; }

    /// <summary>What a file is that a compiler read without having it declared: ignore, warning or error.</summary>
    public string UndeclaredInputs { get; set; } = "warning";

    /// <summary>Show why each action runs.</summary>
    public bool Explain { get; set; }

    /// <summary>Compilers' warnings are logged, not counted.</summary>
    public bool WarningsAsMessages { get; set; }

    /// <summary>Put before the compiler: ccache, sccache, distcc, icecc, or a path; arguments of its own after semicolons.</summary>
    public string CompilerLauncher { get; set; } = "";

    /// <summary>Compiles under way at a time when the launcher uses other machines; 0: as it thinks best.</summary>
    public int CompilerLauncherJobs { get; set; }

    /// <summary>Absolute path of an HTML file that shows the build; none when empty.</summary>
    public string Report { get; set; } = "";

    /// <summary>Whose build the report is.</summary>
    public string ReportTitle { get; set; } = "";

    /// <summary>MSBuild's terminal logger shows the build, and can show how far it is.</summary>
    public bool TerminalLogger { get; set; }

    /// <summary>What a failed action printed is shown with its colours.</summary>
    public bool Colours { get; set; }

    /// <summary>The project that is built, for the terminal logger.</summary>
    public string ProjectName { get; set; } = "";

    /// <summary>Gets the paths of the files that actions read, one a line, after a build in which something ran.</summary>
    public string SourcesFile { get; set; } = "";

    /// <summary>A file whose time says when the build last succeeded; for IDEs, which compare times only.</summary>
    public string StampFile { get; set; } = "";

    /// <summary>MSBuild sets it for -question: a stale action is an error.</summary>
    public bool FailIfNotIncremental { get; set; }

    /// <summary>What was done, in a few words; empty when there was nothing to do.</summary>
    [Output]
    public string Summary { get; set; } = "";

    /// <summary>Where a translation leaves what actions need of .bzl files when they run.</summary>
    internal static string FunctionsFile(string actionGraphFile) => actionGraphFile + ".functions";

    internal static string LogFolder(string outputBase) => Path.Combine(outputBase, "log");

    protected override bool Work(CancellationToken cancellationToken)
    {
        string executionRoot = Path.Combine(OutputBase, "execroot");
        ReadAhead? ahead = HandedOver.Take<ReadAhead>(BuildEngine, ActionGraphFile);
        ActionGraph graph = ahead?.TakeGraph() ?? Execution.ActionGraphFile.Read(ActionGraphFile) ?? throw TaskErrors.NoActionGraph(ActionGraphFile);
        TerminalProgress? terminal = TerminalLogger && BuildEngine is IBuildEngine4 engine
            ? new(engine, show => Post(_ => show()), Path.Combine(OutputBase, "progress"), ProjectName) : null;
        try
        {
            return Build(graph, ahead, executionRoot, terminal, cancellationToken);
        }
        finally
        {
            terminal?.End();
        }
    }

    private bool Build(ActionGraph graph, ReadAhead? ahead, string executionRoot, TerminalProgress? terminal, CancellationToken cancellationToken)
    {
        var diagnostics = new DiagnosticReporter(new ExecutionRootPaths(executionRoot), WarningsAsMessages, Post);
        var progress = new BuildProgress(TimeProvider.System, line => PostMessage(MessageImportance.High, line), terminal);
        var status = new ExecutionStatusLogger(Post, diagnostics, progress, Explain, Colours);
        var owners = new Lazy<InputOwners>(() => new(graph, executionRoot));
        var request = new ExecutionRequest
        {
            Graph = graph,
            ExecutionRoot = executionRoot,
            LogFolder = LogFolder(OutputBase),
            ReadAhead = ahead,
            Jobs = Jobs,
            KeepGoing = KeepGoing,
            Question = FailIfNotIncremental,
            Launcher = CompilerLauncher.Length == 0 ? null : LauncherSettings.Read(CompilerLauncher, CompilerLauncherJobs, TaskEnvironment.GetEnvironmentVariables()),
            ActionTimeout = ActionTimeout > 0 ? TimeSpan.FromSeconds(ActionTimeout) : null,
            WithoutNetwork = Sandbox,
            UndeclaredInputs = UndeclaredInputs switch
            {
                "ignore" => UndeclaredInputPolicy.Ignore,
                "warning" => UndeclaredInputPolicy.Warn,
                "error" => UndeclaredInputPolicy.Error,
                _ => throw TaskErrors.UnknownValue("BazelUndeclaredInputs", UndeclaredInputs, "ignore, warning or error"),
            },
            OwnerOfPath = path => owners.Value.Find(path),
            CoreBroker = MSBuildCores.Of(BuildEngine, () => terminal?.Dismiss()),
            OutputTrees = ["bazel-out"],
            ArgumentFunctions = new StoredArgumentFunctions(FunctionsFile(ActionGraphFile)),
        };
        ExecutionResult result = Executor.Execute(request, status, cancellationToken);
        if (result.Outcome == ExecutionOutcome.Stale)
            throw TaskErrors.NotUpToDate("native actions are to be run");
        if (result.Summary.Ran > 0)
            Summary = ExecutionStatusLogger.Text(result.Summary);
        if (result.Succeeded && !FailIfNotIncremental)
            Record(graph, request, result.Summary.Ran > 0);
        if (Report.Length > 0)
        {
            BuildReport.Write(graph, request.LogFolder, Report, ReportTitle, TimeProvider.System.GetLocalNow());
            PostMessage(MessageImportance.High, $"Build report: {new Uri(Report).AbsoluteUri}");
        }

        return result.Succeeded;
    }

    /// <summary>For who asks without building.</summary>
    private void Record(ActionGraph graph, ExecutionRequest request, bool ran)
    {
        if (SourcesFile.Length > 0 && (ran || !File.Exists(SourcesFile)))
        {
            IReadOnlyCollection<string> sources = BuildSources.Of(
                graph, DiscoveredInputs.Read(request.LogFolder), new ExecutionRootPaths(request.ExecutionRoot));
            File.WriteAllLines(SourcesFile, sources);
        }

        if (StampFile.Length > 0)
            File.WriteAllBytes(StampFile, []);
    }
}
