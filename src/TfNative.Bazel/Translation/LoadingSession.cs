using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>What loading works with, wired together for one request: repositories, files, packages. No compiler is needed.</summary>
internal sealed class LoadingSession
{
    private readonly RepositoryRuleEvaluator rules;

    private LoadingSession(
        TranslationRequest request, CachingFileSystem files, RepositorySet repositories, PackageLoader packages, BzlLoader bzl, RepositoryRuleEvaluator rules,
        Action<Location, string> print)
    {
        this.rules = rules;
        Request = request;
        Files = files;
        Repositories = repositories;
        Packages = packages;
        Bzl = bzl;
        Print = print;
        Wildcards = new PackageWildcards(packages, repositories, files);
    }

    /// <summary>What is asked for, with the options of .bazelrc files.</summary>
    public TranslationRequest Request { get; }

    public CachingFileSystem Files { get; }

    public RepositorySet Repositories { get; }

    public PackageLoader Packages { get; }

    public BzlLoader Bzl { get; }

    public PackageWildcards Wildcards { get; }

    /// <summary>What print() in BUILD and .bzl files calls.</summary>
    public Action<Location, string> Print { get; }

    /// <exception cref="BazelException"><see cref="BazelErrorCode.NoSuchWorkspace"/>.</exception>
    public static LoadingSession Create(TranslationRequest request, ITranslationListener listener, CancellationToken cancellation)
    {
        if (!Directory.Exists(request.Workspace))
        {
            throw new BazelException(
                BazelErrorCode.NoSuchWorkspace,
                $"the Bazel workspace '{request.Workspace}' does not exist; set BazelWorkspace to the folder that holds its WORKSPACE or MODULE.bazel file");
        }

        string workspace = request.Workspace.TrimEnd('/');
        string[] ignoredFolders = [.. request.IgnoredFolders, .. IgnoringFileSystem.ReadBazelIgnore(workspace)];
        var files = new CachingFileSystem(
            ignoredFolders.Length == 0 ? PhysicalFileSystem.Instance : new IgnoringFileSystem(PhysicalFileSystem.Instance, ignoredFolders, request.OutputBase));
        (request, IReadOnlyCollection<string> ignored) = BazelRcOptions.Apply(request, files);
        if (ignored.Count > 0)
        {
            listener.OnDiagnostic(new(
                DiagnosticSeverity.Message, BazelErrorCode.BazelRc, $"options of .bazelrc files that mean nothing here: {string.Join(' ', ignored)}", null, 0, 0, null));
        }

        var main = new Repository(RepositoryName.Main, workspace, null, new Dictionary<string, string>());
        var materializer = new RepositoryMaterializer(request.OutputBase, files);
        RepositoryRuleEvaluator? rules = null;
        var repositories = new RepositorySet(
            main, request.WorkspaceName ?? WorkspaceName.Read(workspace, files),
            [.. BuiltinRepositories.All, .. request.Repositories],
            (declaration, set) => declaration is { Rule.Length: > 0 } ? rules!.Evaluate(declaration) : materializer.Materialize(declaration, set));

        void Print(Location location, string text) => listener.OnPrint(location.ToString(), text);
        void NotVisible(BazelException e)
        {
            if (request.Visibility == VisibilityPolicy.Error)
                throw e;
            if (request.Visibility == VisibilityPolicy.Warning)
                listener.OnDiagnostic(BazelDiagnostics.Warning(e));
        }

        var bzl = new BzlLoader(repositories, files, Print, cancellation) { NotVisible = NotVisible };
        rules = new RepositoryRuleEvaluator(request.OutputBase, RepositoryHost.Of(request), repositories, bzl, Print, cancellation);
        var packages = new PackageLoader(repositories, files, bzl, Print, cancellation)
        {
            Binds = request.Binds,
            Overrides = new TargetOverrides(request.Overrides, new LabelConverter(PackageId.MainRoot, repositories.MappingFor(main))),
        };
        return new(request, files, repositories, packages, bzl, rules, Print);
    }

    public TranslationInputs CollectInputs() => new(
        [.. Files.ReadFiles.Concat(rules.InputFiles).Distinct().Order(StringComparer.Ordinal)],
        [.. Files.Listings.Select(l => l.Key).Order(StringComparer.Ordinal)],
        [.. Packages.Loaded.Select(p => p.Id.ToString()).Order(StringComparer.Ordinal)]);
}
