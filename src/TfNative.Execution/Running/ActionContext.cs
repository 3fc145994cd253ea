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
    StatusReporter Status);
