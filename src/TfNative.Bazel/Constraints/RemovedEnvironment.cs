namespace TfNative.Bazel;

/// <summary>Whose select() takes an environment away.</summary>
/// <param name="By">The target with the select.</param>
/// <param name="Dependency">What it chooses.</param>
internal sealed record RemovedEnvironment(Rule By, Label Dependency);
