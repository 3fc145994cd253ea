namespace TfNative.Execution;

/// <summary>A limit shared by actions that must not all run at a time, as links that need much memory.</summary>
/// <param name="Name">Its identity: pools of one name are one pool.</param>
/// <param name="Depth">How many of its actions may run at a time, at least 1.</param>
public sealed record ActionPool(string Name, int Depth);
