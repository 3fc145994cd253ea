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
}
