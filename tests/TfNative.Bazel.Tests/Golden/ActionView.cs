namespace TfNative.Bazel.Tests.Golden;

/// <summary>What two builds' actions are compared by.</summary>
/// <param name="Mnemonic">What kind of action it is: CppCompile, CppLink, CppArchive, Genrule, ...</param>
/// <param name="Label">The target that it belongs to, <c>//a:b</c> or <c>@repo//a:b</c>; Bazel's <c>@@repo</c> is mapped.</param>
/// <param name="Configuration">The configuration's folder in bazel-out: <c>k8-opt</c>, <c>k8-opt-exec-...</c>.</param>
/// <param name="Argv">The command; empty where none is run.</param>
/// <param name="Inputs">Execution paths; may be empty for compiles, links and archives.</param>
/// <param name="Outputs">Execution paths.</param>
public sealed record ActionView(
    string Mnemonic,
    string Label,
    string Configuration,
    IReadOnlyList<string> Argv,
    IReadOnlyList<string> Inputs,
    IReadOnlyList<string> Outputs)
{
    /// <summary>Whether it makes a tool for the build itself.</summary>
    public bool IsExec => Configuration.Contains("-exec", StringComparison.Ordinal);

    /// <summary>Whether it is a compile that makes an object, not one that only checks a header.</summary>
    public bool IsCompile => Mnemonic == "CppCompile" && !Argv.Contains("-fsyntax-only");

    /// <summary>The file that a compile compiles.</summary>
    public string Source => Argv[Argv.ToList().IndexOf("-c") + 1];

    /// <summary>Where it belongs, for messages and to find its like.</summary>
    public string Owner => IsExec ? Label + " (exec)" : Label;
}
