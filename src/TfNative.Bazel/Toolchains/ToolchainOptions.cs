namespace TfNative.Bazel;

/// <summary>Which compiler a project wants.</summary>
public sealed record ToolchainOptions
{
    public ToolchainKind Kind { get; init; }

    /// <summary>A compiler driver by name or path; null: gcc or clang.</summary>
    public string? CCompiler { get; init; }

    /// <summary>An archiver by name or path; null: ar.</summary>
    public string? Archiver { get; init; }

    /// <summary>Where programs are looked for, ':'-separated. Actions do not see it.</summary>
    public string SearchPath { get; init; } = "/usr/local/bin:/usr/bin:/bin";

    /// <summary>A text that tells this machine's processor from others, where compiles depend on it; else null.</summary>
    public string? Processor { get; init; }

    /// <summary>The programs that these options lead to, as text: what a graph depends on is not where they were looked for.</summary>
    public string Describe() => string.Join(
        '\n',
        ((string[])[Kind == ToolchainKind.Clang ? "clang" : "gcc", "ar", "strip"])
            .Zip((string?[])[CCompiler, Archiver, null], (standard, named) => named ?? standard)
            .Select(program => ProgramFinder.Find(program, SearchPath) ?? $"{program} is not in {SearchPath}")
            .Prepend(Kind.ToString())
            .Append(Processor ?? "any processor"));
}
