using TfNative.Execution;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>What the analysis of one build shares: packages, files, the action graph being made, the toolchains.</summary>
internal sealed class AnalysisEnvironment
{
    public required PackageLoader Packages { get; init; }

    public required RepositorySet Repositories { get; init; }

    public required TargetFinder Targets { get; init; }

    public required AttributeResolver Attributes { get; init; }

    public required BuildSettingReader Settings { get; init; }

    public required ConditionEvaluator Conditions { get; init; }

    public required PlatformReader Platforms { get; init; }

    public required IFileSystem Files { get; init; }

    public required ActionGraphBuilder Graph { get; init; }

    public required FileValues FileValues { get; init; }

    public required CcToolchain Toolchain { get; init; }

    public required TransitionApplier Transitions { get; init; }

    public required string MainRepositoryName { get; init; }

    /// <summary>Missing source files are errors as soon as a needed target names them.</summary>
    public bool CheckSources { get; init; } = true;

    /// <summary>Register also those actions that the wanted outputs do not need, as Bazel's aquery lists them.</summary>
    public bool RegisterAllActions { get; init; }

    public VisibilityPolicy Visibility { get; init; } = VisibilityPolicy.Error;

    public required Action<BazelDiagnostic> Report { get; init; }

    public required Action<Location, string> Print { get; init; }

    public CancellationToken CancellationToken { get; init; }

    /// <summary>An evaluation for the implementation of a rule.</summary>
    public StarlarkThread CreateThread()
    {
        var thread = new StarlarkThread(StarlarkLimits.ForFiles, CancellationToken) { Print = Print };
        // For functions that make values of files and are given no ctx.
        thread.SetLocal(FileValues);
        return thread;
    }

    private readonly Dictionary<BuildConfiguration, ActionEnvironment> actionEnvironments = [];

    /// <summary>Source: --incompatible_strict_action_env; a fixed PATH and what --action_env names.</summary>
    public ActionEnvironment ActionEnvironmentOf(BuildConfiguration configuration)
    {
        if (actionEnvironments.TryGetValue(configuration, out ActionEnvironment? known))
            return known;
        var variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = Toolchain.LinkEnvironment["PATH"] ?? "/usr/bin:/bin" };
        foreach ((string name, string value) in configuration.Options.ActionEnvironment)
            variables[name] = value;
        return actionEnvironments[configuration] = ActionEnvironment.Of(variables);
    }

    /// <summary>The functions that arguments need when actions run.</summary>
    public required ArgumentFunctionUses ArgumentFunctions { get; init; }

    /// <summary>The C++ of proto_library targets, made once.</summary>
    public Dictionary<ConfiguredTarget, CcProto> CcProtos { get; } = [];

    private LibraryGraph? libraryGraph;

    /// <summary>The graph of C++ targets that shared libraries are cut out of.</summary>
    public LibraryGraph LibraryGraph(Analyzer analyzer) => libraryGraph ??= new(analyzer);

    /// <summary>Dependencies on deprecated targets that have been warned of.</summary>
    public HashSet<(Label User, Label Dependency)> DeprecationWarnings { get; } = [];

    private readonly List<Action> deferred = [];

    /// <summary>Notes actions that come into the graph only when something asks for their outputs, or all are wanted.</summary>
    public void Defer(Action register)
    {
        if (RegisterAllActions)
            deferred.Add(register);
    }

    /// <summary>Registers what nothing has asked for, if all actions are wanted.</summary>
    public void RegisterDeferred()
    {
        // Making one may defer others.
        for (int i = 0; i < deferred.Count; i++)
            deferred[i]();
    }

    private readonly Dictionary<(CompilationMode, string), CompileFlagTable> compileFlags = [];

    /// <summary>Compile flags of a configuration with features; made once for each set.</summary>
    public CompileFlagTable CompileFlags(BuildConfiguration configuration, IReadOnlyList<string> features)
    {
        (CompilationMode, string) key = (configuration.Options.Mode, string.Join(' ', features));
        if (!compileFlags.TryGetValue(key, out CompileFlagTable? table))
            compileFlags.Add(key, table = CompileFlagTable.Create(Toolchain, configuration.Options.Mode, [.. configuration.Options.Features, .. features]));
        return table;
    }

    /// <summary>The file that tells programs about the build (ctx.info_file, ctx.version_file); always the same, empty one.</summary>
    public Artifact StatusFile(bool stable)
    {
        Artifact file = Graph.Output(stable ? "bazel-out/stable-status.txt" : "bazel-out/volatile-status.txt");
        if (file.Generator is null)
            Graph.Add(new WriteFileAction { Mnemonic = "BazelWorkspaceStatusAction", Outputs = [file], Content = () => ReadOnlyMemory<byte>.Empty });
        return file;
    }

    /// <summary>The artifact of an output of a rule in a configuration.</summary>
    public Artifact OutputArtifact(Label output, BuildConfiguration configuration)
    {
        Artifact artifact = Graph.Output(configuration.BinDirectory + "/" + output.ExecPath);
        FileValues.Register(artifact, output, configuration.BinDirectory);
        return artifact;
    }
}
