namespace TfNative.Bazel;

/// <summary>Bazel's -c: how hard the compiler tries.</summary>
public enum CompilationMode
{
    FastBuild,
    Opt,
    Dbg,
}
