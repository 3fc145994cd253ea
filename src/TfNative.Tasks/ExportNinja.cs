using Microsoft.Build.Framework;
using TfNative.Execution;
using TfNative.Tasks.Parameters;

namespace TfNative.Tasks;

/// <summary>Writes an action graph file as build.ninja: after that, ninja builds without MSBuild.</summary>
[MSBuildMultiThreadableTask]
public sealed class ExportNinja : CancelableTask
{
    [Required]
    public string ActionGraphFile { get; set; } = "";

    /// <summary>The folder that the execution root is in.</summary>
    [Required]
    public string OutputBase { get; set; } = "";

    /// <summary>Absolute path of the folder for build.ninja and the files that it needs.</summary>
    [Required]
    public string Folder { get; set; } = "";

    protected override bool Work(CancellationToken cancellationToken)
    {
        ActionGraph graph = Execution.ActionGraphFile.Read(ActionGraphFile) ?? throw TaskErrors.NoActionGraph(ActionGraphFile);
        NinjaFileWriter.Write(Folder, graph);
        string root = Path.Combine(OutputBase, "execroot");
        PostMessage(
            MessageImportance.High,
            $"{graph.Actions.Length} actions for ninja: ninja -C {ShellQuote.Word(root)} -f {ShellQuote.Word(Path.Combine(Folder, "build.ninja"))}");
        return true;
    }
}
