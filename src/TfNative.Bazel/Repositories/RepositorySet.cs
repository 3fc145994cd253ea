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

    /// <summary>Those that this build has needed so far.</summary>
    public IEnumerable<Repository> Ready => ready.Values.Where(r => r.IsValueCreated).Select(r => r.Value);

    /// <exception cref="BazelException"><see cref="BazelErrorCode.RepositoryNotDeclared"/>.</exception>
    public Repository Get(RepositoryName name)
    {
        if (name.IsMain)
            return Main;
        return ready.GetOrAdd(name.Name, key => new(() => Make(key))).Value;
    }

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
