using Microsoft.Build.Framework;
using TfNative.Bazel;
using TfNative.Execution;
using TfNative.Tasks.Diagnostics;
using TfNative.Tasks.Parameters;
using TfNative.Tasks.Translation;

namespace TfNative.Tasks;

/// <summary>Reads the BUILD files of a Bazel workspace and gives the actions that the wanted targets need, as items and as
/// an action graph file for <see cref="BuildNativeActions"/>. Does nothing when nothing that it depends on has changed.</summary>
[MSBuildMultiThreadableTask]
public sealed class TranslateBazelTargets : CancelableTask, IIncrementalTask
{
    /// <summary>What relative paths in items are relative to.</summary>
    [Required]
    public string ProjectDirectory { get; set; } = "";

    [Required]
    public string Workspace { get; set; } = "";

    [Required]
    public ITaskItem[] Targets { get; set; } = [];

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

    /// <summary>Where compilers are looked for: folders separated by colons, as in PATH.</summary>
    [Required]
    public string SearchPath { get; set; } = "";

    [Required]
    public string OutputBase { get; set; } = "";

    [Required]
    public string ActionGraphFile { get; set; } = "";

    /// <summary>Gets the paths of all that was read and of all source files that actions may read, one a line.</summary>
    [Required]
    public string InputsFile { get; set; } = "";

    /// <summary>MSBuild sets it for -question: an outdated graph is an error.</summary>
    public bool FailIfNotIncremental { get; set; }

    [Output]
    public ITaskItem[] CompileActions { get; set; } = [];

    [Output]
    public ITaskItem[] LinkActions { get; set; } = [];

    [Output]
    public ITaskItem[] GenerateActions { get; set; } = [];

    [Output]
    public ITaskItem[] NativeOutputs { get; set; } = [];

    private string ItemsFile => ActionGraphFile + ".items";

    protected override bool Work(CancellationToken cancellationToken)
    {
        TranslationRequest request = ReadRequest();
        IReadOnlyDictionary<string, string> values = RequestValues.Of(request);
        string? reason = Execution.ActionGraphFile.ReasonToMakeAgain(ActionGraphFile, values);
        if (reason is null && TranslatedItems.Load(ItemsFile) is { } kept)
            return Give(kept);
        if (FailIfNotIncremental)
            throw TaskErrors.NotUpToDate(reason ?? "items are missing");
        PostMessage(MessageImportance.Normal, $"Reading BUILD files: {reason}");
        return Translate(request, values, cancellationToken);
    }

    private bool Translate(TranslationRequest request, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        var inputs = new GraphInputs();
        var logger = new TranslationLogger(Post);
        TranslationResult result = BazelTranslator.Translate(request, logger, cancellationToken);
        foreach (BazelDiagnostic diagnostic in result.Diagnostics)
            logger.OnDiagnostic(diagnostic);
        if (!result.Success)
            return false;

        // What the translation itself put into the output base follows from the rest, and is always younger than it.
        var paths = new ExecutionRootPaths(result.ExecutionRoot);
        foreach (string file in result.Inputs.Files.Where(file => !paths.IsMade(file)))
            inputs.AddFile(file);
        foreach (string folder in result.Inputs.Folders.Where(folder => !paths.IsMade(folder)))
            inputs.AddFolder(folder);
        foreach ((string name, string value) in values)
            inputs.AddValue(name, value);
        TranslatedItems items = ActionItems.Of(result);
        Directory.CreateDirectory(OutputBase);
        items.Save(ItemsFile);
        IEnumerable<string> sources = result.Graph!.Artifacts.Where(artifact => artifact.IsSource).Select(artifact => paths.ToSource(artifact.ExecPath));
        File.WriteAllLines(InputsFile, result.Inputs.Files.Concat(sources).Distinct());
        // Last: with it the translation counts as made.
        Execution.ActionGraphFile.Write(ActionGraphFile, result.Graph!, inputs);
        PostMessage(MessageImportance.Normal, $"{result.Graph!.Actions.Length} actions of {result.Inputs.Packages.Count} packages");
        return Give(items);
    }

    private bool Give(TranslatedItems items)
    {
        CompileActions = ToTaskItems(items.CompileActions);
        LinkActions = ToTaskItems(items.LinkActions);
        GenerateActions = ToTaskItems(items.GenerateActions);
        NativeOutputs = ToTaskItems(items.NativeOutputs);
        return true;
    }

    private TranslationRequest ReadRequest() => new()
    {
        Workspace = Workspace,
        Targets = Texts(Targets),
        Repositories = RepositoryItems.Read(Repositories, ProjectDirectory),
        RepositoryEnvironment = NameValueItems.Read(RepositoryEnvironment, "BazelRepositoryEnvironment"),
        RepositoryPrograms = Texts(RepositoryPrograms),
        RepositoryDownloads = [.. RepositoryDownloads.Select(item => new RepositoryDownload(item.ItemSpec, Path.GetFullPath(item.GetMetadata("Path"), ProjectDirectory)))],
        Binds = NameValueItems.Read(Binds, "BazelBind"),
        BazelRcFiles = [.. BazelRcFiles.Select(item => Path.GetFullPath(item.ItemSpec, ProjectDirectory))],
        BazelConfigs = Texts(Configs),
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
        },
        OutputBase = OutputBase,
    };

    private static string[] Texts(ITaskItem[] items) => [.. items.Select(item => item.ItemSpec)];

    private static ITaskItem[] ToTaskItems(IReadOnlyList<TranslatedItem> items) => [.. items.Select(item => item.ToTaskItem())];
}
