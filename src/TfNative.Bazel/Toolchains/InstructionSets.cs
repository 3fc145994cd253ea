namespace TfNative.Bazel;

/// <summary>The names of x86-64's instruction sets, as compilers (-march) and the dynamic loader (glibc-hwcaps) have them
/// (https://gitlab.com/x86-psABIs/x86-64-ABI).</summary>
public static class InstructionSets
{
    /// <summary>What every processor has, and what distributions' compilers build for when nothing else is said.</summary>
    public const string Baseline = "x86-64";

    /// <summary>Whatever the processor of the machine that compiles has.</summary>
    public const string Native = "native";

    /// <summary>Each has all of those before it.</summary>
    public static readonly IReadOnlyList<string> Levels = [Baseline, "x86-64-v2", "x86-64-v3", "x86-64-v4"];
}
