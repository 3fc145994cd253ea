namespace TfNative.Tasks.Diagnostics;

/// <summary>What a compiler or linker calls a message; notes belong to the message before them.</summary>
public enum CompilerDiagnosticSeverity
{
    Warning,
    Error,
}
