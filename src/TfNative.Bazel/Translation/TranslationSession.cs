using TfNative.Execution;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>The parts that a translation works with, wired together for one request.</summary>
internal sealed class TranslationSession
{
    private readonly CachingFileSystem files;

    private TranslationSession(CachingFileSystem files, RepositorySet repositories, AnalysisEnvironment environment, BuildConfiguration configuration)
    {
        this.files = files;
        Repositories = repositories;
        Environment = environment;
        Configuration = configuration;
    }

    public RepositorySet Repositories { get; }

    public AnalysisEnvironment Environment { get; }

    public BuildConfiguration Configuration { get; }

    public static TranslationSession Create(TranslationRequest request, ITranslationListener listener, CancellationToken cancellation)
    {
        if (!Directory.Exists(request.Workspace))
        {
            throw new BazelException(
                BazelErrorCode.NoSuchWorkspace,
                $"the Bazel workspace '{request.Workspace}' does not exist; set BazelWorkspace to the folder that holds its WORKSPACE or MODULE.bazel file");
        }

        string workspace = request.Workspace.TrimEnd('/');
        var files = new CachingFileSystem(PhysicalFileSystem.Instance);
        var main = new Repository(RepositoryName.Main, workspace, null, new Dictionary<string, string>());
        var materializer = new RepositoryMaterializer(request.OutputBase, files);
        var repositories = new RepositorySet(
            main, request.WorkspaceName ?? WorkspaceName.Read(workspace, files),
            [.. BuiltinRepositories.All, .. request.Repositories], materializer.Materialize);

        CcToolchain toolchain = LinuxToolchain.Create(request.Toolchain);
        BuildConfiguration configuration = ConfigurationFactory.Create(request, toolchain, repositories);

        void Print(Location location, string text) => listener.OnPrint(location.ToString(), text);
        var bzl = new BzlLoader(repositories, files, Print, cancellation);
        var packages = new PackageLoader(repositories, files, bzl, Print, cancellation);
        var attributes = new AttributeResolver { CreateThread = () => new StarlarkThread(StarlarkLimits.ForFiles, cancellation) { Print = Print } };
        var targets = new TargetFinder(packages, attributes);
        var settings = new BuildSettingReader(targets);
        var conditions = new ConditionEvaluator(targets, attributes, settings);
        attributes.Conditions = conditions;
        var environment = new AnalysisEnvironment
        {
            Packages = packages,
            Targets = targets,
            Attributes = attributes,
            Settings = settings,
            Conditions = conditions,
            Files = files,
            Graph = new ActionGraphBuilder(),
            FileValues = new FileValues(),
            Toolchain = toolchain,
            Transitions = new TransitionApplier(request, () => new StarlarkThread(StarlarkLimits.ForFiles, cancellation) { Print = Print }),
            MainRepositoryName = repositories.MainName,
            CheckSources = request.CheckSources,
            RegisterAllActions = request.RegisterAllActions,
            Visibility = request.Visibility,
            Report = listener.OnDiagnostic,
            Print = Print,
            CancellationToken = cancellation,
        };
        return new(files, repositories, environment, configuration);
    }

    public TranslationInputs CollectInputs() => new(
        [.. files.ReadFiles.Order(StringComparer.Ordinal)],
        [.. files.Listings.Select(l => l.Key).Order(StringComparer.Ordinal)],
        [.. Environment.Packages.Loaded.Select(p => p.Id.ToString()).Order(StringComparer.Ordinal)]);
}
