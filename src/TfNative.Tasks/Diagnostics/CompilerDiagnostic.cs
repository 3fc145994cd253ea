namespace TfNative.Tasks.Diagnostics;

/// <summary>One message of gcc, clang or a linker, as the tool printed it.</summary>
/// <param name="Severity">Error or warning.</param>
/// <param name="File">The file as the tool named it (usually relative to the execution root); null when the message is
/// about no file.</param>
/// <param name="Line">Line, counted from 1; 0 when unknown.</param>
/// <param name="Column">Column, counted from 1; 0 when unknown.</param>
/// <param name="Code">The flag that controls the warning (<c>-Wunused-variable</c>), or a TFN code where there is none.</param>
/// <param name="Message">The text without location, severity and flag.</param>
/// <param name="Notes">What belongs to it: the chain of includes, template instantiations, notes, the linker's context.</param>
public sealed record CompilerDiagnostic(
    CompilerDiagnosticSeverity Severity,
    string? File,
    int Line,
    int Column,
    string Code,
    string Message,
    IReadOnlyList<string> Notes)
{
    /// <summary>The message with its notes, one a line.</summary>
    public string FullMessage => Notes.Count == 0 ? Message : Message + "\n  " + string.Join("\n  ", Notes);

    /// <summary>What a tool calls an error and yet gets over, as distcc, which then compiles here, or a script that tries what a
    /// compiler can do.</summary>
    public CompilerDiagnostic AsWarning() =>
        this with { Severity = CompilerDiagnosticSeverity.Warning, Code = DiagnosticCodes.ToWarning(Code) };
}
