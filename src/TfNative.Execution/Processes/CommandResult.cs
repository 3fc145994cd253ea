namespace TfNative.Execution;

/// <summary>How a program ended.</summary>
internal sealed record CommandResult(CommandEnd End, int Code, ActionOutput Output, ActionUsage Usage)
{
    public bool Succeeded => End == CommandEnd.Exited && Code == 0;

    /// <summary>Why it could not be started.</summary>
    public string? StartError { get; init; }
}
