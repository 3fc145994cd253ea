namespace TfNative.Execution.Tests.Support;

/// <summary>Remembers what it was told.</summary>
internal sealed class RecordedStatus : IExecutionStatus
{
    public List<ActionStarted> Started { get; } = [];

    public List<ActionFinished> Finished { get; } = [];

    public List<ExecutionMessage> Messages { get; } = [];

    public int BuildsStarted { get; private set; }

    public ExecutionResult? Result { get; private set; }

    /// <summary>Why each action ran, by its first output.</summary>
    public Dictionary<string, string> Reasons => Started.ToDictionary(s => s.Action.PrimaryOutput.ExecPath, s => s.Reason);

    public void BuildStarted(ExecutionProgress progress) => BuildsStarted++;

    public void ActionStarted(ActionStarted started) => Started.Add(started);

    public void ActionFinished(ActionFinished finished) => Finished.Add(finished);

    public void Message(ExecutionMessage message) => Messages.Add(message);

    public void BuildFinished(ExecutionResult result) => Result = result;
}
