using System.Collections.Concurrent;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Loads .bzl files, each once, with the names that such files may use. May be called from several threads.</summary>
internal sealed class BzlLoader(RepositorySet repositories, IFileSystem files, Action<Location, string> print, CancellationToken cancellation)
{
    private readonly ConcurrentDictionary<Label, Lazy<LoadedFile>> loaded = new();

    /// <summary>What to do with a load that is not allowed; an error when nothing else is said.</summary>
    public Action<BazelException> NotVisible { get; init; } = static e => throw e;

    /// <summary>The .bzl file's module.</summary>
    /// <param name="from">The file that loads it.</param>
    /// <exception cref="BazelException">No such file, or it fails.</exception>
    public LoadedFile Load(Label file, Label from)
    {
        if (loaded.TryGetValue(file, out Lazy<LoadedFile>? known) && known.IsValueCreated)
            return known.Value;
        using WaitGraph.Wait wait = repositories.Waits.Enter(from, file);
        return loaded.GetOrAdd(file, key => new(() => Execute(key))).Value;
    }

    /// <summary>The labels that a file's load statements mean, with the modules.</summary>
    public (Dictionary<string, LoadedFile> ByText, HashSet<Label> All) LoadAll(StarlarkFile file, Label self, LabelConverter labels)
    {
        var byText = new Dictionary<string, LoadedFile>(StringComparer.Ordinal);
        var all = new HashSet<Label>();
        foreach (LoadStatement load in file.Loads)
        {
            Label label;
            try
            {
                label = labels.Convert(load.Module);
            }
            catch (LabelSyntaxException e)
            {
                throw new BazelException(BazelErrorCode.LabelSyntax, $"invalid label in load statement '{load.Module}': {e.Message}", file.Source.GetLocation(load.ModuleStart), self, e);
            }

            LoadedFile module;
            try
            {
                module = Load(label, self);
            }
            catch (BazelException e)
            {
                // The way to what is missing: in the file that loads it, one has to be found that can do without.
                BazelException missing = e.Code is BazelErrorCode.RepositoryNotDeclared or BazelErrorCode.NoSuchBzlFile ? e.NeededBy(self) : e;
                throw missing.At(file.Source.GetLocation(load.ModuleStart), self);
            }

            if (!module.Visibility.Allows(label, self.Package))
            {
                NotVisible(new(
                    BazelErrorCode.NotVisible,
                    $"Starlark file '{label}' is not visible for loading from package '{self.Package}'; name the package in the file's call of visibility()",
                    file.Source.GetLocation(load.ModuleStart), self));
            }

            byText[load.Module] = module;
            all.Add(label);
            all.UnionWith(module.Loads);
        }

        return (byText, all);
    }

    /// <summary>Where a .bzl file is, absolute.</summary>
    public string PathOf(Label file) =>
        PackageId.Join(PackageId.Join(repositories.Get(file.Repository).Root, file.Package.Path), file.Name);

    private LoadedFile Execute(Label label)
    {
        cancellation.ThrowIfCancellationRequested();
        Repository repository = repositories.Get(label.Repository, label);
        string path = PathOf(label);
        if (!files.FileExists(path))
        {
            throw new BazelException(
                BazelErrorCode.NoSuchBzlFile, $"cannot load '{label}': no such file {path}", label: label);
        }

        var labels = new LabelConverter(label.Package, repositories.MappingFor(repository));
        StarlarkEnvironment environment = BazelEnvironments.ForBzl(labels);
        StarlarkFile file = StarlarkFile.Parse(path, files.ReadAllBytes(path), Dialect.Bzl);
        StarlarkProgram program = StarlarkProgram.Resolve(file, environment);
        (Dictionary<string, LoadedFile> byText, HashSet<Label> all) = LoadAll(file, label, labels);
        var thread = new StarlarkThread(StarlarkLimits.ForFiles, cancellation) { Print = print };
        thread.SetLocal(labels);
        var visibility = new LoadVisibility();
        thread.SetLocal(visibility);
        Location? at = null;
        try
        {
            Module module = program.Execute(
                thread, environment, load => byText[load.Module].Module,
                (name, value) => value.As<IExportedValue>()?.Export(label, name), label);
            return new(label, module, visibility, all);
        }
        catch (BazelException e) when (DeclarationSite.Note(thread, out at))
        {
            throw e.At(at, label);
        }
        catch (BazelSyntaxException e) when (DeclarationSite.Note(thread, out at))
        {
            throw new BazelException(e.Code, e.Message, at, label, e);
        }
    }
}
