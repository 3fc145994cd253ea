namespace TfNative.Tasks.Diagnostics;

/// <summary>Codes for messages of compilers and linkers that carry no warning flag.</summary>
public static class DiagnosticCodes
{
    public const string CompilerError = "TFN4101";
    public const string CompilerWarning = "TFN4102";
    public const string LinkerError = "TFN4103";
    public const string LinkerWarning = "TFN4104";
}
