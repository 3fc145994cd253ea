namespace TfNative.Packaging;

/// <summary>What a source file says of its licence.</summary>
/// <param name="Path">As the report names it, '/'-separated.</param>
/// <param name="Expression">An SPDX expression; null when its header says nothing that we know.</param>
/// <param name="Copyright">Its copyright lines, joined; empty when it has none.</param>
public sealed record SourceLicense(string Path, string? Expression, string Copyright);
