using System.Collections.Immutable;

namespace TfNative.Execution;

/// <summary>A program that is put before others (CMake's CMAKE_CXX_COMPILER_LAUNCHER). It must not change what they
/// make: it is not part of what makes an action stale.</summary>
/// <param name="Arguments">The launcher and its own arguments.</param>
/// <param name="Mnemonics">The kinds of action that it is put before: CppCompile.</param>
public sealed record CompilerLauncher(ImmutableArray<string> Arguments, ImmutableArray<string> Mnemonics);
