namespace TfNative.Bazel;

/// <summary>One step of a way through the targets of a build.</summary>
/// <param name="Label">What is depended on.</param>
/// <param name="Configuration">How it is built.</param>
/// <param name="Attribute">The attribute that names it; null where none does, as for a generated file's rule.</param>
/// <param name="Condition">The condition of the select that names it, if one does.</param>
internal sealed record DependencyStep(Label Label, BuildConfiguration Configuration, string? Attribute, Label? Condition = null);
