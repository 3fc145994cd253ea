using Microsoft.Build.Framework;
using TfNative.Bazel;
using TfNative.Tasks.Parameters;

namespace TfNative.Tasks;

/// <summary>A task that reads a Bazel workspace: the parameters that say what the workspace is and how it is configured.</summary>
public abstract class BazelWorkspaceTask : CancelableTask
{
    /// <summary>What relative paths in items are relative to.</summary>
    [Required]
    public string ProjectDirectory { get; set; } = "";

    [Required]
    public string Workspace { get; set; } = "";

    /// <summary>Labels or target patterns.</summary>
    public ITaskItem[] Targets { get; set; } = [];

    /// <summary>Targets whose public headers are collected; Transitive: true for those of their deps, too.</summary>
    public ITaskItem[] Headers { get; set; } = [];

    public ITaskItem[] Repositories { get; set; } = [];

    public ITaskItem[] RepositoryEnvironment { get; set; } = [];

    /// <summary>Programs that repository rules may run.</summary>
    public ITaskItem[] RepositoryPrograms { get; set; } = [];

    /// <summary>URLs that repository rules would download; Path: the file or folder that stands for one.</summary>
    public ITaskItem[] RepositoryDownloads { get; set; } = [];

    /// <summary>What labels of the package //external stand for.</summary>
    public ITaskItem[] Binds { get; set; } = [];

    public ITaskItem[] BazelRcFiles { get; set; } = [];

    /// <summary>Configs of the .bazelrc files.</summary>
    public ITaskItem[] Configs { get; set; } = [];

    /// <summary>Changes to targets: AddDeps, RemoveDeps and so on, or Replace="empty".</summary>
    public ITaskItem[] Overrides { get; set; } = [];

    public ITaskItem[] ActionEnvironment { get; set; } = [];

    public ITaskItem[] Defines { get; set; } = [];

    public ITaskItem[] Flags { get; set; } = [];

    public ITaskItem[] Copts { get; set; } = [];

    public ITaskItem[] ConlyOpts { get; set; } = [];

    public ITaskItem[] CxxOpts { get; set; } = [];

    public ITaskItem[] LinkOpts { get; set; } = [];

    public ITaskItem[] HostCopts { get; set; } = [];

    public ITaskItem[] HostCxxOpts { get; set; } = [];

    public ITaskItem[] PerFileCopts { get; set; } = [];

    /// <summary>fastbuild, opt or dbg.</summary>
    [Required]
    public string CompilationMode { get; set; } = "";

    [Required]
    public string Cpu { get; set; } = "";

    /// <summary>gcc or clang.</summary>
    [Required]
    public string Toolchain { get; set; } = "";

    public string CCompiler { get; set; } = "";

    /// <summary>Instruction sets of x86-64, separated by semicolons: x86-64, x86-64-v2, ..., or native. None: what the compiler builds for.</summary>
    public string Isa { get; set; } = "";

    /// <summary>Link options of what is built for all but the lowest of several instruction sets.</summary>
    public ITaskItem[] IsaVariantLinkOpts { get; set; } = [];

    /// <summary>Where compilers are looked for: folders separated by colons, as in PATH.</summary>
    [Required]
    public string SearchPath { get; set; } = "";

    /// <summary>Build tools in a configuration of their own even where it would compile alike.</summary>
    public bool DistinctExecConfiguration { get; set; }

    /// <summary>error, warning or ignore: what a dependency on a target that is not visible is.</summary>
    public string Visibility { get; set; } = "error";

    /// <summary>Folders that are no part of the workspace though they may lie in it.</summary>
    public ITaskItem[] IgnoredFolders { get; set; } = [];

    [Required]
    public string OutputBase { get; set; } = "";

    /// <summary>The parameters as a request.</summary>
    /// <exception cref="TaskParameterException">TFN401x: a parameter says nothing that has a meaning.</exception>
    internal TranslationRequest ReadRequest() => new()
    {
        Workspace = Workspace,
        IgnoredFolders = [
            .. IgnoredFolders.Select(item => Path.GetFullPath(item.ItemSpec, ProjectDirectory).TrimEnd('/'))
                .Where(folder => folder.StartsWith(Workspace.TrimEnd('/') + "/", StringComparison.Ordinal))
        ],
        Targets = Texts(Targets),
        Headers = [.. Headers.Select(item => new HeaderRequest(item.ItemSpec, BooleanMetadata.Read(item, "Transitive"), BooleanMetadata.Read(item, "Private")))],
        Repositories = RepositoryItems.Read(Repositories, ProjectDirectory),
        RepositoryEnvironment = NameValueItems.Read(RepositoryEnvironment, "BazelRepositoryEnvironment"),
        RepositoryPrograms = Texts(RepositoryPrograms),
        RepositoryDownloads = [.. RepositoryDownloads.Select(item => new RepositoryDownload(item.ItemSpec, Path.GetFullPath(item.GetMetadata("Path"), ProjectDirectory)))],
        Binds = NameValueItems.Read(Binds, "BazelBind"),
        BazelRcFiles = [.. BazelRcFiles.Select(item => Path.GetFullPath(item.ItemSpec, ProjectDirectory))],
        BazelConfigs = Texts(Configs),
        Overrides = OverrideItems.Read(Overrides),
        ActionEnvironment = NameValueItems.Read(ActionEnvironment, "BazelActionEnvironment"),
        Defines = NameValueItems.Read(Defines, "BazelDefine"),
        Flags = FlagItems.Read(Flags),
        Copts = Texts(Copts),
        ConlyOpts = Texts(ConlyOpts),
        CxxOpts = Texts(CxxOpts),
        LinkOpts = Texts(LinkOpts),
        HostCopts = Texts(HostCopts),
        HostCxxOpts = Texts(HostCxxOpts),
        PerFileCopts = [.. PerFileCopts.Select(item => PerFileCopt.Parse(item.ItemSpec))],
        Mode = CompilationMode switch
        {
            "fastbuild" => Bazel.CompilationMode.FastBuild,
            "opt" => Bazel.CompilationMode.Opt,
            "dbg" => Bazel.CompilationMode.Dbg,
            _ => throw TaskErrors.UnknownValue("BazelCompilationMode", CompilationMode, "fastbuild, opt or dbg"),
        },
        Cpu = Cpu,
        Isa = IsaProperty.Read(Isa, Cpu) is [not InstructionSets.Baseline and var lowest, ..] ? lowest : "",
        IsaVariants = [.. IsaProperty.Read(Isa, Cpu).Skip(1)],
        IsaVariantLinkOpts = Texts(IsaVariantLinkOpts),
        Toolchain = new ToolchainOptions
        {
            Kind = Toolchain switch
            {
                "gcc" => ToolchainKind.Gcc,
                "clang" => ToolchainKind.Clang,
                _ => throw TaskErrors.UnknownValue("NativeToolchain", Toolchain, "gcc or clang"),
            },
            CCompiler = CCompiler.Length == 0 ? null : CCompiler,
            SearchPath = SearchPath,
            Processor = Isa == InstructionSets.Native ? ThisProcessor.Describe() : null,
        },
        DistinctExecConfiguration = DistinctExecConfiguration,
        Visibility = Visibility switch
        {
            "error" => VisibilityPolicy.Error,
            "warning" => VisibilityPolicy.Warning,
            "ignore" => VisibilityPolicy.Ignore,
            _ => throw TaskErrors.UnknownValue("BazelVisibility", Visibility, "error, warning or ignore"),
        },
        OutputBase = OutputBase,
    };

    private static string[] Texts(ITaskItem[] items) => [.. items.Select(item => item.ItemSpec)];
}
