using System.Collections.Concurrent;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Evaluates BUILD files, each once. May be called from several threads; packages can be fetched ahead.</summary>
internal sealed class PackageLoader
{
    private readonly ConcurrentDictionary<PackageId, Lazy<Package>> packages = new();
    private readonly RepositorySet repositories;
    private readonly IFileSystem files;
    private readonly BzlLoader bzl;
    private readonly BuildFileLocator locator;
    private readonly Action<Location, string> print;
    private readonly CancellationToken cancellation;
    private readonly PackagePrefetcher prefetcher;

    public PackageLoader(RepositorySet repositories, IFileSystem files, BzlLoader bzl, Action<Location, string> print, CancellationToken cancellation)
    {
        this.repositories = repositories;
        this.files = files;
        this.bzl = bzl;
        this.print = print;
        this.cancellation = cancellation;
        locator = new BuildFileLocator(files);
        prefetcher = new PackagePrefetcher(TryLoad);
    }

    /// <summary>The packages evaluated so far, without those that failed.</summary>
    public IEnumerable<Package> Loaded => packages.Values.Where(p => p.IsValueCreated).Select(p => p.Value);

    public bool IsLoaded(PackageId id) => packages.TryGetValue(id, out Lazy<Package>? package) && package.IsValueCreated;

    /// <exception cref="BazelException">No such repository or package, or its BUILD file fails.</exception>
    /// <exception cref="StarlarkException">The BUILD file or one that it loads has errors.</exception>
    public Package Load(PackageId id) => packages.GetOrAdd(id, key => new(() => Evaluate(key))).Value;

    /// <summary>bind(): names of the package "external" to the labels that they stand for.</summary>
    public IReadOnlyDictionary<string, string> Binds { get; init; } = new Dictionary<string, string>();

    /// <summary>What the project changes at targets while they are declared.</summary>
    public TargetOverrides? Overrides { get; init; }

    /// <summary>Evaluates packages on all processors; errors wait until someone asks for the package.</summary>
    public void LoadAhead(IEnumerable<PackageId> ids)
    {
        PackageId[] missing = [.. ids.Where(id => !IsLoaded(id))];
        if (missing.Length > 1)
            prefetcher.LoadAll(missing, cancellation);
    }

    /// <summary>Has the packages of labels evaluated on another thread; errors wait until someone asks for the package.</summary>
    public void Prefetch(IEnumerable<Label> labels)
    {
        foreach (Label label in labels)
        {
            if (!packages.ContainsKey(label.Package))
                prefetcher.Add(label.Package);
        }
    }

    public bool Exists(PackageId id) => locator.Find(repositories.Get(id.Repository), id.Path) is not null;

    private void TryLoad(PackageId id)
    {
        try
        {
            Load(id);
        }
        catch (Exception)
        {
            // The Lazy keeps it for whoever needs the package; here it would end the process.
        }
    }

    private Package Evaluate(PackageId id)
    {
        cancellation.ThrowIfCancellationRequested();
        if (id.Repository.IsMain && id.Path == ExternalPackage.Path)
            return ExternalPackage.Create(repositories, Binds);
        Repository repository = repositories.Get(id.Repository);
        string buildFile = locator.Find(repository, id.Path) ?? throw NoSuchPackage(id, repository);
        string folder = PackageId.Join(repository.Root, id.Path);
        var labels = new LabelConverter(id, repositories.MappingFor(repository));
        var package = new Package(id, repository, buildFile, folder, labels);
        var self = new Label(id, Path.GetFileName(buildFile));

        StarlarkFile file = StarlarkFile.Parse(buildFile, files.ReadAllBytes(buildFile), Dialect.Build);
        StarlarkProgram program = StarlarkProgram.Resolve(file, BazelEnvironments.Build);
        (Dictionary<string, LoadedFile> byText, HashSet<Label> all) = bzl.LoadAll(file, self, labels);
        package.LoadedFiles = all;

        var builder = new PackageBuilder(package, new PackageGlobber(files, folder), repositories.MainName) { Overrides = Overrides };
        var thread = new StarlarkThread(StarlarkLimits.ForFiles, cancellation) { Print = print };
        thread.SetLocal(builder);
        Location? at = null;
        try
        {
            program.Execute(thread, BazelEnvironments.Build, load => byText[load.Module].Module, hostData: id);
        }
        catch (BazelException e) when (DeclarationSite.Note(thread, out at))
        {
            throw e.At(at, null);
        }
        catch (BazelSyntaxException e) when (DeclarationSite.Note(thread, out at))
        {
            throw new BazelException(e.Code, e.Message, at, inner: e);
        }

        builder.Finish();
        CheckBoundaries(package);
        return package;
    }

    /// <summary>A target's name must not reach into another package (Bazel's PackageFunction.java).</summary>
    private void CheckBoundaries(Package package)
    {
        var packages = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (Target target in package.Targets.Values)
        {
            for (int slash = target.Name.LastIndexOf('/'); slash > 0; slash = target.Name.LastIndexOf('/', slash - 1))
            {
                string folder = target.Name[..slash];
                if (!packages.TryGetValue(folder, out bool isPackage))
                    packages.Add(folder, isPackage = locator.Find(package.Repository, PackageId.Join(package.Id.Path, folder)) is not null);
                if (!isPackage)
                    continue;
                var other = new Label(new PackageId(package.Id.Repository, PackageId.Join(package.Id.Path, folder)), target.Name[(slash + 1)..]);
                throw new BazelException(
                    BazelErrorCode.CrossesPackage,
                    $"label '{target.Label}' is invalid because '{other.Package.Path}' is a package of its own; put the colon here: '{other}'?",
                    target.Location, target.Label);
            }
        }
    }

    private static BazelException NoSuchPackage(PackageId id, Repository repository)
    {
        string folder = PackageId.Join(repository.Root, id.Path);
        string near = "";
        if (Path.GetDirectoryName(folder) is { } parent && Directory.Exists(parent) && !Directory.Exists(folder))
            near = NearestNames.Hint(Path.GetFileName(folder), Directory.EnumerateDirectories(parent).Select(d => Path.GetFileName(d)!));
        return new(
            BazelErrorCode.NoSuchPackage,
            $"no such package '{id}': BUILD file not found in {folder}{near}; a package is a folder with a file BUILD or BUILD.bazel");
    }
}
