using TfNative.Bazel;

namespace TfNative.Tasks.Parameters;

/// <summary>NativeIsa: the instruction sets to build for.</summary>
internal static class IsaProperty
{
    /// <param name="text">Names, separated by semicolons.</param>
    /// <param name="cpu">Bazel's name of the processor that is built for.</param>
    /// <returns>Each once, the lowest first; empty for what the compiler builds for by itself.</returns>
    /// <exception cref="TaskParameterException">TFN4013: not an instruction set; TFN4023: not one of this processor, or native among others.</exception>
    public static IReadOnlyList<string> Read(string text, string cpu)
    {
        string[] names = [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];
        if (Array.Find(names, name => name != InstructionSets.Native && !InstructionSets.Levels.Contains(name)) is { } unknown)
            throw TaskErrors.UnknownValue("NativeIsa", unknown, $"{string.Join(", ", InstructionSets.Levels)} or {InstructionSets.Native}");
        // No compiler but that of this machine knows what is meant by native, and the loader has no folder for it.
        if (names.Length > 0 && cpu != "k8" || names.Length > 1 && names.Contains(InstructionSets.Native))
            throw TaskErrors.UnfitInstructionSet(text, cpu);
        return [.. names.OrderBy(name => InstructionSets.Levels.ToList().IndexOf(name))];
    }
}
