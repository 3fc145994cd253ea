namespace TfNative.Bazel;

/// <summary>A directory that an action makes, as map_each functions see it.</summary>
/// <param name="Owner">The label of the rule that makes it.</param>
/// <param name="Root">The folder of the build's outputs that it lies in.</param>
public sealed record ArgumentFolder(string Owner, string Root);
