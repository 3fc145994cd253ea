namespace TfNative.Execution;

/// <summary>What everything that runs actions in one build shares.</summary>
internal sealed record ActionContext(
    ExecutionRequest Request,
    IDiskInterface Disk,
    ICommandRunner Commands,
    BuildLog Log,
    FileStates Files,
    BuildPaths Paths,
    ProgramFinder Programs,
    OutputFolders Folders,
    StatusReporter Status)
{
    /// <summary>What folders in arguments stand for.</summary>
    public ArgumentExpansion Expansion { get; } = new(folder => TreeFiles.Of(Disk, folder), Request.ArgumentFunctions);
}
