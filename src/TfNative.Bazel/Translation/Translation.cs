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
        List<ConfiguredTarget> targets = [];
        foreach ((Label label, bool byName) in TargetPatternExpander.ExpandAll(request.Targets, session.Loading))
        {
            ConfiguredTarget target = analyzer.Get(label, session.Configuration);
            if (target.Incompatibility is { } incompatibility)
            {
                if (byName)
                    throw incompatibility.Error(target);
                listener.OnDiagnostic(new(DiagnosticSeverity.Message, BazelErrorCode.IncompatibleTarget, $"{label} is left out: it cannot be built for this platform", null, 0, 0, label.ToString()));
                continue;
            }

            EnvironmentCheck.CheckWanted(target, session.Environment);
            targets.Add(target);
        }

        session.Loading.Packages.Overrides?.CheckAllMatch(session.Loading.Packages);
        session.Environment.RegisterDeferred();
        var outputs = new List<NativeOutput>();
        var wanted = new List<Artifact>();
        string root = request.OutputBase + "/execroot";
        foreach (ConfiguredTarget target in targets)
        {
            foreach (Artifact file in target.Files)
            {
                wanted.Add(file);
                if (file.IsOutput)
                    outputs.Add(new($"{root}/{file.ExecPath}", file.ExecPath, target.Label.ToString(), KindOf(target, file)));
            }
        }

        ActionGraph graph = session.Environment.Graph.Build(wanted);
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

    private static NativeOutputKind KindOf(ConfiguredTarget target, Artifact file) =>
        CcSources.IsSharedLibrary(file.ExecPath) ? NativeOutputKind.SharedLibrary
        : CcSources.IsArchive(file.ExecPath) || CcSources.IsAlwaysLinkArchive(file.ExecPath) ? NativeOutputKind.StaticLibrary
        : ReferenceEquals(target.Default?.Executable, file) && target.Target is Rule ? NativeOutputKind.Executable
        : NativeOutputKind.Other;
}
