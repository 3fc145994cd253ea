using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>One translation: sets the parts up, analyses the wanted targets, and gathers what came of it.</summary>
internal sealed class Translation(TranslationRequest request, ITranslationListener listener, CancellationToken cancellation)
{
    public TranslationResult Run()
    {
        try
        {
            return Translate();
        }
        catch (Exception e) when (BazelDiagnostics.Of(e) is { } diagnostics)
        {
            return new() { Success = false, Diagnostics = diagnostics };
        }
    }

    private TranslationResult Translate()
    {
        TranslationSession session = TranslationSession.Create(request, listener, cancellation);
        session.Environment.Settings.Check(session.Configuration);
        var analyzer = new Analyzer(session.Environment);
        // A setting's own rule may know which values it takes, whether anything depends on the setting or not.
        foreach (Label flag in session.Configuration.Options.Flags.Keys)
            analyzer.Get(flag, session.Configuration);
        IReadOnlyList<(Label, bool)> labels = TargetPatternExpander.ExpandAll(request.Targets, session.Loading);
        BuildConfiguration[] configurations = [session.Configuration, .. ConfigurationFactory.CreateVariants(session.Configuration, session.Loading.Request)];
        ConfiguredTarget[][] targets = [.. configurations.Select(configuration => labels.SelectMany(label => Analyze(analyzer, label, configuration)).ToArray())];

        session.Loading.Packages.Overrides?.CheckAllMatch(session.Loading.Packages);
        session.Environment.RegisterDeferred();
        var outputs = new List<NativeOutput>();
        var wanted = new List<Artifact>();
        string root = request.OutputBase + "/execroot";
        foreach ((BuildConfiguration configuration, ConfiguredTarget[] ofConfiguration) in configurations.Zip(targets))
        {
            foreach (ConfiguredTarget target in ofConfiguration)
            {
                foreach (Artifact file in target.Files)
                {
                    NativeOutputKind kind = KindOf(target, file);
                    string isa = configuration.Options.IsaVariant;
                    // The dynamic loader chooses among libraries only.
                    if (isa.Length > 0 && (kind != NativeOutputKind.SharedLibrary || !file.IsOutput))
                        continue;
                    wanted.Add(file);
                    if (file.IsOutput)
                        outputs.Add(new($"{root}/{file.ExecPath}", file.ExecPath, target.Label.ToString(), kind, isa));
                }
            }
        }

        if (request.Headers.Count > 0)
        {
            Artifact folder = CollectHeaders(session, analyzer, wanted);
            outputs.Add(new($"{root}/{folder.ExecPath}", folder.ExecPath, "", NativeOutputKind.Other));
        }

        foreach (BuildConfiguration variant in configurations.Skip(1))
            new VariantSharing(session.Environment.Graph, variant).Apply();
        ActionGraph graph = session.Environment.Graph.Build(wanted);
        OutputPrefixCheck.Check(graph, owner => owner.Length == 0 ? null : session.Environment.Targets.Find(Label.Parse(owner, PackageId.MainRoot)).Location);
        // Genrules source a script of it by its path, without naming a label.
        session.Loading.Repositories.Get(new RepositoryName("bazel_tools"));
        ExecutionRoot.Plant(root, session.Loading.Repositories.Main, session.Loading.Repositories.Ready, request.IgnoredFolders);
        return new()
        {
            Success = true,
            Graph = graph,
            Outputs = outputs,
            Inputs = session.Loading.CollectInputs(),
            ArgumentFunctions = session.Environment.ArgumentFunctions.Collect(),
            Licenses = session.Loading.Packages.Loaded
                .Where(package => package.Defaults.Licenses.Count > 0)
                .ToDictionary(package => package.Id.ToString(), package => package.Defaults.Licenses),
            ExecutionRoot = root,
        };
    }

    private Artifact CollectHeaders(TranslationSession session, Analyzer analyzer, List<Artifact> wanted)
    {
        var headers = new PublicHeaders(analyzer, session.Configuration);
        foreach (HeaderRequest from in request.Headers)
        {
            foreach ((Label label, _) in TargetPatternExpander.ExpandAll([from.Target], session.Loading))
                headers.Add(label, from);
        }

        Artifact folder = headers.Register(session.Environment.Graph);
        wanted.Add(folder);
        wanted.AddRange(headers.Headers.Where(header => header.IsOutput));
        return folder;
    }

    /// <summary>The target; none when a pattern found it and it cannot be built for the platform.</summary>
    private IEnumerable<ConfiguredTarget> Analyze(Analyzer analyzer, (Label Label, bool ByName) wanted, BuildConfiguration configuration)
    {
        ConfiguredTarget target = analyzer.Get(wanted.Label, configuration);
        if (target.Incompatibility is { } incompatibility)
        {
            if (wanted.ByName)
                throw incompatibility.Error(target);
            listener.OnDiagnostic(new(
                DiagnosticSeverity.Message, BazelErrorCode.IncompatibleTarget, $"{wanted.Label} is left out: it cannot be built for this platform", null, 0, 0, wanted.Label.ToString()));
            return [];
        }

        EnvironmentCheck.CheckWanted(target, analyzer.Environment);
        return [target];
    }

    private static NativeOutputKind KindOf(ConfiguredTarget target, Artifact file) =>
        CcSources.IsSharedLibrary(file.ExecPath) ? NativeOutputKind.SharedLibrary
        : CcSources.IsArchive(file.ExecPath) || CcSources.IsAlwaysLinkArchive(file.ExecPath) ? NativeOutputKind.StaticLibrary
        : ReferenceEquals(target.Default?.Executable, file) && target.Target is Rule ? NativeOutputKind.Executable
        : NativeOutputKind.Other;
}
