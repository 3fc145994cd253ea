namespace TfNative.Execution;

/// <summary>How a graph is written for ninja.</summary>
/// <param name="CleanEnvironment">Give every program only the variables that its action declares, as the executor does;
/// otherwise it has ninja's own beside them.</param>
/// <param name="RemoveOutputs">Remove outputs before they are made anew, as the executor does, where no compiler does it.</param>
public sealed record NinjaOptions(bool CleanEnvironment = true, bool RemoveOutputs = true);
