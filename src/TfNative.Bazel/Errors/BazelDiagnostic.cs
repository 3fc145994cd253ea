namespace TfNative.Bazel;

public enum DiagnosticSeverity
{
    Message,
    Warning,
    Error,
}

/// <summary>One line of a translation's error list.</summary>
/// <param name="Code">TFN1xxx from the language, TFN2xxx from packages and rules.</param>
/// <param name="File">Absolute path, or null when no file is to blame.</param>
/// <param name="Line">From 1; 0 when unknown.</param>
/// <param name="Column">From 1; 0 when unknown.</param>
/// <param name="Label">The target that it concerns, or null.</param>
public sealed record BazelDiagnostic(
    DiagnosticSeverity Severity, string Code, string Message, string? File, int Line, int Column, string? Label);
