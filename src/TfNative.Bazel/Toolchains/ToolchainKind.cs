namespace TfNative.Bazel;

/// <summary>Which family of compilers builds C and C++.</summary>
public enum ToolchainKind
{
    Gcc,
    Clang,
}
