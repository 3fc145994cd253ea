using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>
/// The programs and flags that compile and link C and C++ for one target. The flags and their order are those of
/// the toolchain that Bazel configures for Linux (tools/cpp/unix_cc_toolchain_config.bzl).
/// </summary>
public sealed record CcToolchain
{
    /// <summary>"gcc" or "clang", as config_setting(flag_values = {".../tools/cpp:compiler": ...}) asks.</summary>
    public required string Compiler { get; init; }

    /// <summary>Absolute path of the compiler driver, which also links.</summary>
    public required string CCompiler { get; init; }

    public required string Archiver { get; init; }

    public required string Strip { get; init; }

    public IReadOnlyList<string> CompileFlags { get; init; } = [];

    public IReadOnlyList<string> OptCompileFlags { get; init; } = [];

    public IReadOnlyList<string> DbgCompileFlags { get; init; } = [];

    public IReadOnlyList<string> CxxFlags { get; init; } = [];

    public IReadOnlyList<string> LinkFlags { get; init; } = [];

    public IReadOnlyList<string> OptLinkFlags { get; init; } = [];

    public IReadOnlyList<string> LinkLibraries { get; init; } = [];

    /// <summary>Always last, so that nothing can undo them.</summary>
    public IReadOnlyList<string> UnfilteredCompileFlags { get; init; } = [];

    public required ActionEnvironment CompileEnvironment { get; init; }

    public required ActionEnvironment LinkEnvironment { get; init; }

    /// <summary>Flags of each mode, for rules that ask for $(CC_FLAGS) and the like.</summary>
    public IReadOnlyList<string> FlagsOfMode(CompilationMode mode) => mode switch
    {
        CompilationMode.Opt => OptCompileFlags,
        CompilationMode.Dbg => DbgCompileFlags,
        _ => [],
    };
}
