namespace TfNative.Execution;

/// <summary>What became of an action.</summary>
/// <param name="Failure">Null when it did not fail.</param>
internal sealed record ActionResult(ActionFailure? Failure = null)
{
    /// <summary>Ended by us, at the caller's wish.</summary>
    public bool Cancelled { get; init; }

    public ActionOutput Output { get; init; } = ActionOutput.None;

    public ActionUsage Usage { get; init; }

    /// <summary>What the compiler's launcher did.</summary>
    public LaunchResult Launch { get; init; }

    /// <summary>What was run; null for what needs no program.</summary>
    public Command? Command { get; init; }

    /// <summary>Paths that the depfile named; empty without one.</summary>
    public IReadOnlyList<string> Discovered { get; init; } = [];

    public bool Succeeded => Failure is null && !Cancelled;
}
