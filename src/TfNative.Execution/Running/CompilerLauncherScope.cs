namespace TfNative.Execution;

/// <summary>
/// Which actions a launcher is put before: compiles of C and C++ to object files, and nothing else. Links, archives and
/// assembly gain nothing from it; precompiled headers hold paths and times of the machine that made them, which neither
/// other machines (distcc(1), icecc(1)) nor, without weakening its checks, ccache can follow.
/// </summary>
internal static class CompilerLauncherScope
{
    private static readonly string[] AssemblerSources = [".s", ".S", ".asm"];
    private static readonly string[] PrecompiledHeaders = [".gch", ".pch", ".pcm"];

    public static bool Launches(this CompilerLauncher launcher, BuildAction action) =>
        action is SpawnAction spawn && launcher.Mnemonics.Contains(action.Mnemonic) && IsCompile(spawn);

    /// <summary>Whether response files must be written out as arguments: distcc and icecc do not look into them, and
    /// would compile here.</summary>
    public static bool ReadsResponseFiles(this CompilerLauncher launcher) => !launcher.Distributes;

    private static bool IsCompile(SpawnAction action)
    {
        bool compiles = false;
        string before = "";
        List<string>? included = null;
        foreach (string argument in action.CommandLine.Segments.SelectMany(segment => segment))
        {
            if (argument == "-c")
                compiles = true;
            else if (argument is "-include-pch" or "-emit-pch" or "--precompile")
                return false;
            else if (before is "-include")
                (included ??= []).Add(argument);
            else if (before is "-x" ? IsOtherLanguage(argument) : before is not ("-o" or "-MF" or "-MT") && EndsWithAny(argument, AssemblerSources))
                return false;
            before = argument;
        }

        return compiles && !action.Inputs.Concat(action.Outputs).Any(artifact => EndsWithAny(artifact.ExecPath, PrecompiledHeaders))
            && (included is null || !IsPrecompiled(included, action));
    }

    /// <summary>gcc takes a.h.gch for a.h; such a file is among the headers of a target.</summary>
    private static bool IsPrecompiled(List<string> included, SpawnAction action) =>
        action.InputSets.SelectMany(set => set.Flatten()).Any(artifact =>
            Array.Exists(PrecompiledHeaders, ending => included.Exists(header => artifact.ExecPath == header + ending)));

    private static bool IsOtherLanguage(string language) =>
        language.StartsWith("assembler", StringComparison.Ordinal) || language.EndsWith("-header", StringComparison.Ordinal);

    private static bool EndsWithAny(string path, string[] endings) =>
        !path.StartsWith('-') && Array.Exists(endings, ending => path.EndsWith(ending, StringComparison.Ordinal));
}
