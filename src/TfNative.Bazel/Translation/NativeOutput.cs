namespace TfNative.Bazel;

public enum NativeOutputKind
{
    SharedLibrary,
    Executable,
    StaticLibrary,
    Other,
}

/// <summary>A file that a wanted target gives.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="ExecPath">Under the execution root.</param>
/// <param name="Label">The target.</param>
/// <param name="IsaVariant">The further instruction set that it is built for; empty for what lies in the normal place.</param>
public sealed record NativeOutput(string Path, string ExecPath, string Label, NativeOutputKind Kind, string IsaVariant = "");
