namespace TfNative.Starlark;

/// <summary>A parameter of a function value.</summary>
/// <param name="Name">Its name, without stars.</param>
/// <param name="Kind">How arguments reach it.</param>
/// <param name="IsRequired">Whether a call must give it.</param>
public sealed record Parameter(string Name, ParameterKind Kind, bool IsRequired);
