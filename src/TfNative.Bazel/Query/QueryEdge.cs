namespace TfNative.Bazel;

/// <summary>A dependency of a target on another, as its BUILD file has it: of a select, all branches and their conditions.</summary>
/// <param name="Target">The other target.</param>
/// <param name="Attribute">The attribute that names it; null where none does, as for a generated file's rule.</param>
/// <param name="Kind">What sort of dependency it is.</param>
public readonly record struct QueryEdge(Label Target, string? Attribute, QueryEdgeKind Kind = QueryEdgeKind.None);
