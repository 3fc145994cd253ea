using System.Collections.Concurrent;
using System.Text;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>
/// Makes repositories by the workspace's own repository rules, without a network. A repository is made again only when
/// its rule, its attributes or something that the rule looked at has changed.
/// </summary>
internal sealed class RepositoryRuleEvaluator(
    string outputBase, RepositoryHost host, RepositorySet repositories, BzlLoader bzl, Action<Location, string> print, CancellationToken cancellation)
{
    private readonly ConcurrentDictionary<string, bool> inputFiles = new(StringComparer.Ordinal);

    /// <summary>All files that the rules of this build looked at.</summary>
    public IEnumerable<string> InputFiles => inputFiles.Keys;

    /// <exception cref="BazelException">The rule is not there, or fails.</exception>
    public Repository Evaluate(RepositoryDeclaration declaration)
    {
        if (declaration.Path is not null || declaration.Patches.Count > 0 || declaration.LinkFiles.Count > 0)
            throw RepositoryMaterializer.Invalid(declaration, "has a Rule, which makes the whole repository: Path, Patches and LinkFiles cannot be given beside it");
        string root = $"{outputBase}/external/{declaration.Name}";
        string stampFile = $"{outputBase}/external/@{declaration.Name}.stamp";
        string recipe = Recipe(declaration);
        RepositoryStamp? stamp = RepositoryStamp.Read(stampFile);
        if (stamp is null || stamp.Recipe != recipe || !Directory.Exists(root) || !stamp.Inputs.AreCurrent(host.Environment, host.Find))
        {
            Directory.CreateDirectory(outputBase + "/external");
            File.Delete(stampFile);
            stamp = Make(declaration, root, recipe);
            stamp.Write(stampFile);
        }

        foreach (string file in stamp.Inputs.Files.Keys)
            inputFiles.TryAdd(file, true);
        string? buildFile = declaration.BuildFile is { Length: > 0 } file2 ? RepositoryMaterializer.ResolveFile(file2, declaration, repositories) : null;
        return new(new RepositoryName(declaration.Name), root, buildFile, stamp.Mapping);
    }

    private RepositoryStamp Make(RepositoryDeclaration declaration, string root, string recipe)
    {
        try
        {
            (RepositoryRuleCall call, IReadOnlyCollection<Label> files) = new RepositoryRuleResolver(repositories, bzl, CreateThread).Resolve(declaration);
            var inputs = new RepositoryInputs();
            foreach (Label file in files)
                inputs.AddFile(bzl.PathOf(file));
            if (Directory.Exists(root))
                Directory.Delete(root, recursive: true);
            Directory.CreateDirectory(root);
            var context = new RepositoryContext(declaration.Name, root, call.ToStarlark(declaration.Name), host, repositories, inputs, cancellation);
            Run(call, context);
            Dictionary<string, string> mapping = new(call.Mapping, StringComparer.Ordinal);
            foreach ((string seen, string real) in RepositoryMaterializer.Mapping(declaration))
                mapping[seen] = real;
            return new(recipe, mapping, inputs);
        }
        catch (StarlarkException e)
        {
            throw new BazelException(
                BazelErrorCode.RepositoryRuleFailed,
                $"repository rule '{declaration.Rule}' of @{declaration.Name} failed: {e.Diagnostic.Message}{(e.CallStack.Count > 1 ? "\n" + e.Render() : "")}",
                e.Diagnostic.Location, inner: e);
        }
    }

    private void Run(RepositoryRuleCall call, RepositoryContext context)
    {
        StarlarkThread thread = CreateThread();
        Location? at = null;
        try
        {
            thread.Call(call.Rule.Implementation, [context]);
        }
        catch (BazelException e) when (DeclarationSite.Note(thread, out at))
        {
            throw e.At(at, null);
        }
    }

    private StarlarkThread CreateThread() => new(StarlarkLimits.ForFiles, cancellation) { Print = print };

    private string Recipe(RepositoryDeclaration declaration)
    {
        var text = new StringBuilder("1\n").Append(declaration.Rule).Append('\n');
        foreach ((string name, string value) in declaration.Attributes.OrderBy(a => a.Key, StringComparer.Ordinal))
            text.Append("attribute ").Append(name).Append('=').Append(value).Append('\n');
        text.AppendJoin('\n', declaration.RepositoryMapping.Select(m => "mapping " + m)).Append('\n');
        text.AppendJoin('\n', host.Programs.Select(p => "program " + p)).Append('\n');
        text.AppendJoin('\n', host.Downloads.Select(d => $"download {d.Url} {d.Path}"));
        return text.ToString();
    }
}
