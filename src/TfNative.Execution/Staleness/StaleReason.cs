namespace TfNative.Execution;

/// <summary>Why an action must run, as the check found it: the first difference, and the path it is about, or -1.</summary>
internal readonly record struct StaleReason(StaleKind Kind, int Path = -1)
{
    public static StaleReason None => default;

    public bool IsStale => Kind != StaleKind.UpToDate;

    /// <summary>For a person; the command line's difference is looked up only here.</summary>
    public string Explain(BuildAction action, int primaryOutput, BuildLog log)
    {
        string path = Path >= 0 ? log.Path(Path) : "an input";
        return Kind switch
        {
            StaleKind.UpToDate => "up to date",
            StaleKind.NeverBuilt => "never built",
            StaleKind.OutputMissing => $"missing output {path}",
            StaleKind.OutputModified => $"output {path} is not what the action made",
            StaleKind.CommandChanged => CommandDifference.Explain(action, primaryOutput, log),
            StaleKind.InputAdded => $"input {path} added",
            StaleKind.InputRemoved => $"input {path} removed",
            StaleKind.InputMissing => $"input {path} is missing",
            StaleKind.InputChanged => $"input {path} changed",
            StaleKind.InputChangedWhileRunning => $"{path} changed while the action ran",
            StaleKind.DiscoveredInputRemoved => $"discovered input {path} removed",
            StaleKind.DiscoveredInputChanged => $"discovered input {path} changed",
            _ => throw new InvalidOperationException(Kind.ToString()),
        };
    }
}
