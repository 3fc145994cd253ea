namespace TfNative.Execution;

/// <summary>
/// Is told what happens. Calls come from the executor's threads, but never two at a time; one that takes long holds
/// the build up. One action's output comes whole, in the order of finishing.
/// </summary>
public interface IExecutionStatus
{
    /// <summary>What is stale is known, and something is: not called when there is nothing to do.</summary>
    void BuildStarted(ExecutionProgress progress);

    void ActionStarted(ActionStarted started);

    void ActionFinished(ActionFinished finished);

    void Message(ExecutionMessage message);

    void BuildFinished(ExecutionResult result);
}
