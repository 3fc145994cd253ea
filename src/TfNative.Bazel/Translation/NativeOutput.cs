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
public sealed record NativeOutput(string Path, string ExecPath, string Label, NativeOutputKind Kind);
