using Microsoft.Build.Framework;
using TfNative.Execution;
using TfNative.Tasks.Diagnostics;
using TfNative.Tasks.Parameters;
using TfNative.Tasks.Queries;

namespace TfNative.Tasks;

/// <summary>Lists the actions of an action graph file, and tells clangd and IDEs how each source is compiled. Runs nothing.</summary>
[MSBuildMultiThreadableTask]
public sealed class ListNativeActions : CancelableTask
{
    [Required]
    public string ActionGraphFile { get; set; } = "";

    [Required]
    public string OutputBase { get; set; } = "";

    /// <summary>text, json or none.</summary>
    public string OutputFormat { get; set; } = "text";

    /// <summary>Absolute path of a file that gets the list instead of the terminal.</summary>
    public string AnswerFile { get; set; } = "";

    /// <summary>Absolute path of a compile_commands.json to write; none when empty.</summary>
    public string CompilationDatabase { get; set; } = "";

    protected override bool Work(CancellationToken cancellationToken)
    {
        ActionGraph graph = Execution.ActionGraphFile.Read(ActionGraphFile) ?? throw TaskErrors.NoActionGraph(ActionGraphFile);
        Action<TextWriter, ActionGraph>? write = OutputFormat switch
        {
            "text" => ActionListWriter.WriteText,
            "json" => ActionListWriter.WriteJson,
            "none" => null,
            _ => throw TaskErrors.UnknownValue("BazelActionsOutput", OutputFormat, "text, json or none"),
        };
        if (write is not null)
        {
            using var text = new StringWriter { NewLine = "\n" };
            write(text, graph);
            LongAnswer.Give(text.ToString(), AnswerFile, line => PostMessage(MessageImportance.High, line));
        }

        if (CompilationDatabase.Length > 0)
            WriteCompilationDatabase(graph);
        return true;
    }

    private void WriteCompilationDatabase(ActionGraph graph)
    {
        string executionRoot = Path.Combine(OutputBase, "execroot");
        using var bytes = new MemoryStream();
        CompilationDatabaseWriter.Write(bytes, graph, executionRoot, new ExecutionRootPaths(executionRoot).ToSource);
        // Left alone when it says the same: clangd indexes anew when it changes.
        if (!File.Exists(CompilationDatabase) || !File.ReadAllBytes(CompilationDatabase).AsSpan().SequenceEqual(bytes.ToArray()))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(CompilationDatabase)!);
            File.WriteAllBytes(CompilationDatabase, bytes.ToArray());
        }

        PostMessage(MessageImportance.High, $"Compilation database: {CompilationDatabase}");
    }
}
