using Microsoft.Build.Framework;
using TfNative.Execution;
using TfNative.Packaging;
using TfNative.Tasks.Building;
using TfNative.Tasks.Diagnostics;
using TfNative.Tasks.Packing;
using TfNative.Tasks.Translation;

namespace TfNative.Tasks;

/// <summary>Splits the debug information off libraries, so that it can be packed apart: debuggers find it over the link that
/// objcopy leaves (https://sourceware.org/gdb/current/onlinedocs/gdb.html/Separate-Debug-Files.html).</summary>
[MSBuildMultiThreadableTask]
public sealed class SplitNativeSymbols : CancelableTask
{
    /// <summary>Absolute paths of libraries, programs and links.</summary>
    [Required]
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>Name or path of objcopy.</summary>
    [Required]
    public string ObjCopy { get; set; } = "";

    /// <summary>Where it is looked for, as PATH says it.</summary>
    [Required]
    public string SearchPath { get; set; } = "";

    /// <summary>Absolute path of a folder that is this task's own.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>The files, those with debug information replaced by what is left of them.</summary>
    [Output]
    public ITaskItem[] Stripped { get; set; } = [];

    [Output]
    public ITaskItem[] Symbols { get; set; } = [];

    protected override bool Work(CancellationToken cancellationToken)
    {
        var graph = new ActionGraphBuilder();
        var wanted = new List<Artifact>();
        var stripped = new List<ITaskItem>();
        var symbols = new List<ITaskItem>();
        foreach (ITaskItem file in Files)
        {
            if (RuntimeFile.NeighbourOf(file.ItemSpec) is not null || ElfFile.Read(file.ItemSpec) is not { HasDebugInformation: true })
            {
                stripped.Add(file);
                continue;
            }

            string folder = file.GetMetadata(IsaVariantFolder.Metadata);
            Artifact library = Add(graph, file.ItemSpec, folder, out Artifact debug);
            wanted.Add(library);
            stripped.Add(Item(library, file));
            symbols.Add(Item(debug, file));
        }

        Stripped = [.. stripped];
        Symbols = [.. symbols];
        return wanted.Count == 0 || Run(graph.Build(wanted), cancellationToken);
    }

    private Artifact Add(ActionGraphBuilder graph, string path, string folder, out Artifact debug)
    {
        string program = FindObjCopy();
        string name = Path.GetFileName(path);
        debug = graph.Output($"symbols/{folder}{name}.debug");
        Artifact stripped = graph.Output($"stripped/{folder}{name}");
        Artifact source = graph.Source(path);
        graph.Add(new SpawnAction
        {
            Mnemonic = "ObjCopy",
            Description = $"Taking the debug information of {name}",
            Inputs = [source],
            Outputs = [debug],
            CommandLine = CommandLine.Of(program, "--only-keep-debug", path, debug.ExecPath),
        });
        graph.Add(new SpawnAction
        {
            Mnemonic = "ObjCopy",
            Description = $"Stripping {name}",
            Inputs = [source, debug],
            Outputs = [stripped],
            CommandLine = CommandLine.Of(program, "--strip-unneeded", "--add-gnu-debuglink=" + debug.ExecPath, path, stripped.ExecPath),
        });
        return stripped;
    }

    private bool Run(ActionGraph graph, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Folder);
        var status = new ExecutionStatusLogger(
            Post,
            new DiagnosticReporter(new ExecutionRootPaths(Folder), warningsAsMessages: true, Post),
            new BuildProgress(TimeProvider.System, line => PostMessage(MessageImportance.High, line)),
            explain: false);
        var request = new ExecutionRequest { Graph = graph, ExecutionRoot = Folder, LogFolder = Path.Combine(Folder, "log"), Trace = false };
        return Executor.Execute(request, status, cancellationToken).Succeeded;
    }

    private string FindObjCopy() => Execution.SearchPath.Find(ObjCopy, SearchPath) ?? throw PackagingErrors.NoObjCopy(ObjCopy);

    /// <summary>With the metadata of the file that it was made of.</summary>
    private ITaskItem Item(Artifact artifact, ITaskItem file)
    {
        ITaskItem item = new TranslatedItem(Path.Combine(Folder, artifact.ExecPath), new Dictionary<string, string>()).ToTaskItem();
        file.CopyMetadataTo(item);
        return item;
    }
}
