using System.Text.Json;
using TfNative.Execution;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>
/// The map_each functions of a build that are called for files which only actions make: after the translation, perhaps in
/// a later build that translates nothing. Then their .bzl files, and no others, are evaluated again.
/// </summary>
/// <param name="MainRoot">Absolute folder of the main repository.</param>
/// <param name="MainName">Its name.</param>
/// <param name="Repositories">All others.</param>
/// <param name="Folders">The directories that the functions are called for, by exec path.</param>
public sealed record ArgumentFunctions(
    string MainRoot, string MainName, IReadOnlyList<ArgumentRepository> Repositories, IReadOnlyDictionary<string, ArgumentFolder> Folders)
    : IArgumentFunctions
{
    /// <summary>In place of the file that loads another.</summary>
    internal static readonly Label Asker = new(PackageId.MainRoot, "arguments");

    private readonly Lazy<BzlLoader> loader = new(() => CreateLoader(MainRoot, MainName, Repositories));

    /// <summary>Writes them to a file, for <see cref="Load"/>.</summary>
    public void Save(string path) => File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(this));

    /// <summary>The functions that a translation left in a file.</summary>
    public static ArgumentFunctions Load(string path) => JsonSerializer.Deserialize<ArgumentFunctions>(File.ReadAllBytes(path))!;

    /// <inheritdoc/>
    public IEnumerable<string> Map(string function, string folder, string? file, Func<string, IReadOnlyList<string>> filesOf)
    {
        ArgumentFolder known = Folders[folder];
        Label owner = Label.Parse(known.Owner, PackageId.MainRoot);
        FileValue directory = Value(folder, ArtifactKind.Directory, "");
        FileValue Value(string path, ArtifactKind kind, string inTree) =>
            new(new ActionGraphBuilder().Output(path, kind), owner, known.Root) { TreeRelativePath = inTree };
        FileValue InTree(string path) => Value(path, ArtifactKind.File, path[(folder.Length + 1)..]);

        try
        {
            Value map = Find(function);
            Value value = file is null ? directory : InTree(file);
            var expander = new DirectoryExpander(f => f.Path == folder ? filesOf(folder).Select(InTree) : null);
            return [.. StarlarkArgs.Results(new StarlarkThread(StarlarkLimits.ForFiles).Call(map, DirectoryExpander.IsWantedBy(map) ? [value, expander] : [value]))];
        }
        catch (Exception e) when (BazelDiagnostics.Of(e) is { Count: > 0 } diagnostics)
        {
            throw new ExecutionException(diagnostics[0].Code, $"in map_each for '{file ?? folder}': {diagnostics[0].File}:{diagnostics[0].Line}: {diagnostics[0].Message}", e);
        }
    }

    private Value Find(string function)
    {
        string name = function[..function.LastIndexOf('#')];
        int split = name.LastIndexOf('%');
        Module module = loader.Value.Load(Label.Parse(name[..split], PackageId.MainRoot), Asker).Module;
        return module.TryGetGlobal(name[(split + 1)..], out Value value) ? value
            : throw new ExecutionException(BazelErrorCode.RuleFailed, $"{name[..split]} has no function {name[(split + 1)..]} any more; build again");
    }

    private static BzlLoader CreateLoader(string mainRoot, string mainName, IReadOnlyList<ArgumentRepository> repositories)
    {
        var byName = repositories.ToDictionary(r => r.Name, r => new Repository(new RepositoryName(r.Name), r.Root, null, r.Mapping), StringComparer.Ordinal);
        var main = new Repository(RepositoryName.Main, mainRoot, null, new Dictionary<string, string>());
        var set = new RepositorySet(main, mainName, byName.Keys.Select(name => new RepositoryDeclaration { Name = name }), (declaration, _) => byName[declaration.Name]);
        return new BzlLoader(set, new CachingFileSystem(PhysicalFileSystem.Instance), static (_, _) => { }, CancellationToken.None);
    }
}
