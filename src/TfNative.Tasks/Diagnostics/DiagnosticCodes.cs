namespace TfNative.Tasks.Diagnostics;

/// <summary>Codes for messages of compilers, linkers and generators of code (protoc, flatc) that carry no warning flag.</summary>
public static class DiagnosticCodes
{
    public const string CompilerError = "TFN4101";
    public const string CompilerWarning = "TFN4102";
    public const string LinkerError = "TFN4103";
    public const string LinkerWarning = "TFN4104";
    public const string GeneratorError = "TFN4105";
    public const string GeneratorWarning = "TFN4106";

    /// <summary>The code of a warning in place of that of an error.</summary>
    public static string ToWarning(string code) => code switch
    {
        CompilerError => CompilerWarning,
        LinkerError => LinkerWarning,
        GeneratorError => GeneratorWarning,
        _ => code,
    };
}
