namespace TfNative.Bazel;

/// <summary>What a project asks of a Bazel workspace.</summary>
public sealed record TranslationRequest
{
    /// <summary>Absolute folder of the main repository.</summary>
    public required string Workspace { get; init; }

    /// <summary>The name that the workspace gives itself; null: read from its WORKSPACE or MODULE.bazel.</summary>
    public string? WorkspaceName { get; init; }

    /// <summary>Absolute folders that are no part of the workspace though they lie in it, as .bazelignore says it: where builds
    /// put what they make.</summary>
    public IReadOnlyList<string> IgnoredFolders { get; init; } = [];

    /// <summary>Labels or target patterns.</summary>
    public required IReadOnlyList<string> Targets { get; init; }

    /// <summary>Targets whose public headers are collected in a folder "include", which is one more output.</summary>
    public IReadOnlyList<HeaderRequest> Headers { get; init; } = [];

    public IReadOnlyList<RepositoryDeclaration> Repositories { get; init; } = [];

    /// <summary>bind(): "name" to the label that //external:name stands for.</summary>
    public IReadOnlyDictionary<string, string> Binds { get; init; } = new Dictionary<string, string>();

    /// <summary>--repo_env: all that repository rules see of the environment; a usual PATH where it names none.</summary>
    public IReadOnlyDictionary<string, string> RepositoryEnvironment { get; init; } = new Dictionary<string, string>();

    /// <summary>Programs that repository rules may run, by name or absolute path. None by default.</summary>
    public IReadOnlyList<string> RepositoryPrograms { get; init; } = [];

    /// <summary>Local files that stand for what repository rules would download.</summary>
    public IReadOnlyList<RepositoryDownload> RepositoryDownloads { get; init; } = [];

    /// <summary>Changes to targets that the workspace declares. One that matches nothing is an error.</summary>
    public IReadOnlyList<TargetOverride> Overrides { get; init; } = [];

    public IReadOnlyDictionary<string, string> ActionEnvironment { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Defines { get; init; } = new Dictionary<string, string>();

    /// <summary>.bazelrc files to read, absolute; their options come before those of the request. None by default.</summary>
    public IReadOnlyList<string> BazelRcFiles { get; init; } = [];

    /// <summary>--config: which groups of options of the .bazelrc files count too.</summary>
    public IReadOnlyList<string> BazelConfigs { get; init; } = [];

    /// <summary>Build settings by label ("//pkg:flag"), and Bazel's own options by name ("features" takes a list of words).</summary>
    public IReadOnlyDictionary<string, string> Flags { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<string> Copts { get; init; } = [];

    public IReadOnlyList<string> ConlyOpts { get; init; } = [];

    public IReadOnlyList<string> CxxOpts { get; init; } = [];

    public IReadOnlyList<string> LinkOpts { get; init; } = [];

    public IReadOnlyList<string> HostCopts { get; init; } = [];

    public IReadOnlyList<string> HostCxxOpts { get; init; } = [];

    public IReadOnlyList<PerFileCopt> PerFileCopts { get; init; } = [];

    public CompilationMode Mode { get; init; } = CompilationMode.Opt;

    /// <summary>"k8" or "aarch64".</summary>
    public string Cpu { get; init; } = "k8";

    /// <summary>The instruction set (-march) that everything but tools is compiled for; empty: what the compiler builds for by itself.</summary>
    public string Isa { get; init; } = "";

    /// <summary>Further ones: the shared libraries of the targets are built once more for each, in a configuration of their own.</summary>
    public IReadOnlyList<string> IsaVariants { get; init; } = [];

    /// <summary>Link options of the variants, after <see cref="LinkOpts"/>.</summary>
    public IReadOnlyList<string> IsaVariantLinkOpts { get; init; } = [];

    public ToolchainOptions Toolchain { get; init; } = new();

    /// <summary>
    /// Tools in a configuration of their own, as Bazel has them. When not, one that would compile alike is the target's
    /// own, and all objects are position independent so that they can be shared.
    /// </summary>
    public bool DistinctExecConfiguration { get; init; }

    /// <summary>Register also the actions that the wanted outputs do not need.</summary>
    public bool RegisterAllActions { get; init; }

    /// <summary>Missing source files are errors. Off only to look at a graph whose sources are not at hand.</summary>
    public bool CheckSources { get; init; } = true;

    public VisibilityPolicy Visibility { get; init; } = VisibilityPolicy.Error;

    /// <summary>Absolute folder for all that the build makes; the execution root is "execroot" in it.</summary>
    public required string OutputBase { get; init; }
}
