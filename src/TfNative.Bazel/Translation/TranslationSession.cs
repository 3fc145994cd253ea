using TfNative.Execution;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>The parts that a translation works with, wired together for one request.</summary>
internal sealed class TranslationSession
{
    private TranslationSession(LoadingSession loading, AnalysisEnvironment environment, BuildConfiguration configuration)
    {
        Loading = loading;
        Environment = environment;
        Configuration = configuration;
    }

    public LoadingSession Loading { get; }

    public AnalysisEnvironment Environment { get; }

    public BuildConfiguration Configuration { get; }

    public static TranslationSession Create(TranslationRequest request, ITranslationListener listener, CancellationToken cancellation)
    {
        LoadingSession loading = LoadingSession.Create(request, listener, cancellation);
        request = loading.Request;
        CcToolchain toolchain = LinuxToolchain.Create(request.Toolchain, request.ActionEnvironment.GetValueOrDefault("PATH"));
        BuildConfiguration configuration = ConfigurationFactory.Create(request, toolchain, loading.Repositories);

        StarlarkThread CreateThread() => new(StarlarkLimits.ForFiles, cancellation) { Print = loading.Print };
        var attributes = new AttributeResolver { CreateThread = CreateThread };
        var targets = new TargetFinder(loading.Packages, attributes);
        var settings = new BuildSettingReader(targets);
        var platforms = new PlatformReader(targets);
        var conditions = new ConditionEvaluator(targets, attributes, settings, platforms);
        attributes.Conditions = conditions;
        var environment = new AnalysisEnvironment
        {
            Packages = loading.Packages,
            Repositories = loading.Repositories,
            Targets = targets,
            Attributes = attributes,
            Settings = settings,
            Conditions = conditions,
            Platforms = platforms,
            Files = loading.Files,
            Graph = new ActionGraphBuilder(),
            FileValues = new FileValues(),
            ArgumentFunctions = new ArgumentFunctionUses(loading.Bzl, loading.Repositories, loading.Files),
            Toolchain = toolchain,
            Transitions = new TransitionApplier(request, CreateThread),
            MainRepositoryName = loading.Repositories.MainName,
            CheckSources = request.CheckSources,
            RegisterAllActions = request.RegisterAllActions,
            Visibility = request.Visibility,
            Report = listener.OnDiagnostic,
            Print = loading.Print,
            CancellationToken = cancellation,
        };
        if (environment.Visibility != VisibilityPolicy.Ignore)
            attributes.CheckCondition = (user, condition) => VisibilityChecker.CheckCondition(environment, user, condition);
        return new(loading, environment, configuration);
    }
}
