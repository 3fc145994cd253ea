using Microsoft.Build.Framework;
using TfNative.Bazel;
using TfNative.Execution;
using TfNative.Tasks.Building;
using TfNative.Tasks.Diagnostics;
using TfNative.Tasks.Parameters;
using TfNative.Tasks.Translation;

namespace TfNative.Tasks;

/// <summary>Reads the BUILD files of a Bazel workspace and gives the actions that the wanted targets need, as items and as
/// an action graph file for <see cref="BuildNativeActions"/>. Does nothing when nothing that it depends on has changed.</summary>
[MSBuildMultiThreadableTask]
public sealed class TranslateBazelTargets : BazelWorkspaceTask, IIncrementalTask
{
    [Required]
    public string ActionGraphFile { get; set; } = "";

    /// <summary>Gets the paths of the BUILD, .bzl and other files that were read, one a line.</summary>
    [Required]
    public string InputsFile { get; set; } = "";

    /// <summary>MSBuild sets it for -question: an outdated graph is an error.</summary>
    public bool FailIfNotIncremental { get; set; }

    [Output]
    public ITaskItem[] CompileActions { get; set; } = [];

    [Output]
    public ITaskItem[] LinkActions { get; set; } = [];

    [Output]
    public ITaskItem[] GenerateActions { get; set; } = [];

    [Output]
    public ITaskItem[] NativeOutputs { get; set; } = [];

    private string ItemsFile => ActionGraphFile + ".items";

    protected override bool Work(CancellationToken cancellationToken)
    {
        var ahead = ReadAhead.Begin(ActionGraphFile, BuildNativeActions.LogFolder(OutputBase));
        IReadOnlyDictionary<string, string> values = ParameterValues.Of(this);
        string? reason = Execution.ActionGraphFile.ReasonToMakeAgain(ActionGraphFile, values);
        if (reason is null && TranslatedItemsFile.Load(ItemsFile) is { } kept)
        {
            HandedOver.Give(BuildEngine, ActionGraphFile, ahead);
            return Give(kept);
        }

        if (FailIfNotIncremental)
            throw TaskErrors.NotUpToDate(reason ?? "items are missing");
        PostMessage(MessageImportance.Normal, $"Reading BUILD files: {reason}");
        return Translate(values, cancellationToken);
    }

    private bool Translate(IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        TranslationRequest request = ReadRequest();
        var inputs = new GraphInputs();
        var logger = new TranslationLogger(Post);
        TranslationResult result = BazelTranslator.Translate(request, logger, cancellationToken);
        foreach (BazelDiagnostic diagnostic in result.Diagnostics)
            logger.OnDiagnostic(diagnostic);
        if (!result.Success)
            return false;

        // What the translation itself put into the output base follows from the rest, and is always younger than it.
        var paths = new ExecutionRootPaths(result.ExecutionRoot);
        foreach (string file in result.Inputs.Files.Where(file => !paths.IsMade(file)))
            inputs.AddFile(file);
        foreach (string folder in result.Inputs.Folders.Where(folder => !paths.IsMade(folder)))
            inputs.AddFolder(folder);
        foreach ((string name, string value) in values)
            inputs.AddValue(name, value);
        // Another translator may translate otherwise.
        foreach (string assembly in Directory.EnumerateFiles(values[ParameterValues.Sdk], "*.dll"))
            inputs.AddFile(assembly);
        TranslatedItems items = ActionItems.Of(result);
        Directory.CreateDirectory(OutputBase);
        TranslatedItemsFile.Save(ItemsFile, items);
        File.WriteAllLines(InputsFile, result.Inputs.Files.Where(file => !paths.IsMade(file)));
        result.ArgumentFunctions?.Save(BuildNativeActions.FunctionsFile(ActionGraphFile));
        // Last: with it the translation counts as made.
        Execution.ActionGraphFile.Write(ActionGraphFile, result.Graph!, inputs);
        PostMessage(MessageImportance.Normal, $"{result.Graph!.Actions.Length} actions of {result.Inputs.Packages.Count} packages");
        return Give(items);
    }

    private bool Give(TranslatedItems items)
    {
        CompileActions = ToTaskItems(items.CompileActions);
        LinkActions = ToTaskItems(items.LinkActions);
        GenerateActions = ToTaskItems(items.GenerateActions);
        NativeOutputs = ToTaskItems(items.NativeOutputs);
        return true;
    }

    private static ITaskItem[] ToTaskItems(IReadOnlyList<TranslatedItem> items)
    {
        var taskItems = new ITaskItem[items.Count];
        for (int i = 0; i < taskItems.Length; i++)
            taskItems[i] = items[i].ToTaskItem();
        return taskItems;
    }
}
