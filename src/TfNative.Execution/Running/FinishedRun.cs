namespace TfNative.Execution;

/// <summary>An action that ran and made what it is to make.</summary>
/// <param name="Action">What ran.</param>
/// <param name="Usage">What it took, to be learnt from.</param>
/// <param name="Outputs">Versions of what it made.</param>
/// <param name="Inputs">What it read.</param>
internal sealed record FinishedRun(BuildAction Action, ActionUsage Usage, int[] Outputs, ReadInputs Inputs);
