namespace TfNative.Bazel;

/// <summary>What an override does to one list attribute of a target.</summary>
/// <param name="Attribute">Such as "deps" or "copts".</param>
/// <param name="Remove">Entries to take away, wherever the declaration names them, selects included. Each must be there.</param>
/// <param name="Add">Entries to put at the end, whatever the configuration.</param>
public sealed record AttributeEdit(string Attribute, IReadOnlyList<string> Remove, IReadOnlyList<string> Add);
