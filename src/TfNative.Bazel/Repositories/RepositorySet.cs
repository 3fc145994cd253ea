using System.Collections.Concurrent;

namespace TfNative.Bazel;

/// <summary>The repositories of a build: the workspace, those that the project declares, and those that come with us.</summary>
public sealed class RepositorySet
{
    private readonly Dictionary<string, RepositoryDeclaration> declared;
    private readonly ConcurrentDictionary<string, Lazy<Repository>> ready = new(StringComparer.Ordinal);
    private readonly Func<RepositoryDeclaration, RepositorySet, Repository> materialize;

    /// <param name="materialize">Lays a declared repository out on disk when it is first needed.</param>
    public RepositorySet(
        Repository main, string mainName, IEnumerable<RepositoryDeclaration> declarations, Func<RepositoryDeclaration, RepositorySet, Repository> materialize)
    {
        Main = main;
        MainName = mainName;
        this.materialize = materialize;
        declared = [];
        // The last declaration of a name wins, so that a project can replace what a profile declares.
        foreach (RepositoryDeclaration declaration in declarations)
            declared[declaration.Name] = declaration;
    }

    public Repository Main { get; }

    /// <summary>The workspace's own name, by which other repositories may call it.</summary>
    public string MainName { get; }

    public IEnumerable<string> DeclaredNames => declared.Keys;

    /// <summary>Whether a repository stands for a library of the system.</summary>
    public bool IsSystem(RepositoryName name) => declared.TryGetValue(name.Name, out RepositoryDeclaration? declaration) && declaration.IsSystem;

    /// <summary>Those that this build has needed so far.</summary>
    public IEnumerable<Repository> Ready => ready.Values.Where(r => r.IsValueCreated).Select(r => r.Value);

    /// <summary>Who waits for whom while repositories and the files of their rules are loaded.</summary>
    internal WaitGraph Waits { get; } = new();

    /// <param name="name">The repository's real name.</param>
    /// <param name="wantedBy">The file that needs it, where one does.</param>
    /// <exception cref="BazelException"><see cref="BazelErrorCode.RepositoryNotDeclared"/>, or it cannot be made.</exception>
    public Repository Get(RepositoryName name, Label? wantedBy = null)
    {
        if (name.IsMain)
            return Main;
        if (ready.TryGetValue(name.Name, out Lazy<Repository>? known) && known.IsValueCreated)
            return known.Value;
        if (wantedBy is null)
            return GetOrMake(name);
        using WaitGraph.Wait wait = Waits.Enter(wantedBy, WaitGraph.MakerOf(name));
        return GetOrMake(name);
    }

    private Repository GetOrMake(RepositoryName name) =>
        ready.GetOrAdd(name.Name, key => new(() => Make(key))).Value;

    /// <summary>Reads names as a repository's own files write them: "" is the main one.</summary>
    public Func<string, string> MappingFor(Repository repository) => apparent =>
    {
        string real = repository.Resolve(apparent);
        return real == MainName ? "" : real;
    };

    private Repository Make(string name)
    {
        if (!declared.TryGetValue(name, out RepositoryDeclaration? declaration))
        {
            throw new BazelException(
                BazelErrorCode.RepositoryNotDeclared,
                $"repository '@{name}' is not declared{NearestNames.Hint(name, declared.Keys)}; add an item: "
                + $"<BazelRepository Include=\"{name}\" Path=\"folder with its sources\" /> (BuildFile=\"...\" if it has no BUILD file of its own)");
        }

        return materialize(declaration, this);
    }
}
