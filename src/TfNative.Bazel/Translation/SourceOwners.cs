using System.Collections.Concurrent;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>
/// Names the target that one must depend on to use a source file: the rule that has the file among its headers, else
/// among its sources, directly or through a filegroup. What <c>bazel query 'rdeps(//package:all, file, 1)'</c> is
/// asked for after "undeclared inclusion(s) in rule". Thread-safe.
/// </summary>
/// <param name="executionRoot">Absolute path of a planted execution root; its links lead to the repositories.</param>
public sealed class SourceOwners(string executionRoot)
{
    private static readonly string[] HeaderAttributes = ["hdrs", "textual_hdrs", "public_hdrs"];

    private readonly Lazy<LoadingSession?> _session = new(() => OpenSession(executionRoot));
    private readonly ConcurrentDictionary<string, string?> _owners = new(StringComparer.Ordinal);

    /// <param name="execPath">Path of a source file, relative to the execution root.</param>
    /// <returns>A label; null when no rule has the file, or its package cannot be loaded.</returns>
    public string? Find(string execPath) => _owners.GetOrAdd(execPath, FindNow);

    private string? FindNow(string execPath)
    {
        try
        {
            return _session.Value is { } session && PackageOf(session, execPath) is { } package
                ? OwnerOf(package, new Label(package.Id, execPath[(package.Id.ExecPath.Length == 0 ? 0 : package.Id.ExecPath.Length + 1)..]))
                : null;
        }
        catch (Exception e) when (e is BazelException or StarlarkException or BazelSyntaxException or IOException)
        {
            // It is only advice: what it is given for is reported without it.
            return null;
        }
    }

    private static Package? PackageOf(LoadingSession session, string execPath)
    {
        RepositoryName repository = RepositoryName.Main;
        string path = execPath;
        if (execPath.StartsWith("external/", StringComparison.Ordinal) && execPath.Split('/', 3) is [_, var name, var rest])
            (repository, path) = (new RepositoryName(name), rest);
        for (int slash = path.LastIndexOf('/'); ; slash = path.LastIndexOf('/', slash - 1))
        {
            var id = new PackageId(repository, slash < 0 ? "" : path[..slash]);
            if (session.Packages.Exists(id))
                return session.Packages.Load(id);
            if (slash <= 0)
                return null;
        }
    }

    private static string? OwnerOf(Package package, Label file)
    {
        List<Rule> rules = [.. package.Targets.Values.OfType<Rule>()];
        HashSet<Label> wanted = [file];
        // A filegroup of filegroups may hold it.
        for (int depth = 0; depth < 3; depth++)
        {
            foreach (Func<string, bool> attributes in (Func<string, bool>[])[HeaderAttributes.Contains, name => name == "srcs"])
            {
                if (rules.Find(rule => rule.RuleClass.Name != "filegroup" && Has(rule, attributes, wanted)) is { } owner)
                    return owner.Label.ToString();
            }

            wanted.UnionWith([.. rules.Where(rule => Has(rule, name => name == "srcs", wanted)).Select(rule => rule.Label)]);
        }

        return null;
    }

    private static bool Has(Rule rule, Func<string, bool> isWanted, HashSet<Label> labels) =>
        rule.RuleClass.Attributes.Any(attribute =>
            isWanted(attribute.Name) && AttributeLabels.Of(rule.GetRaw(attribute.Name), includeConditions: false).Any(labels.Contains));

    private static LoadingSession? OpenSession(string executionRoot)
    {
        var entries = new DirectoryInfo(executionRoot);
        // Every link at the top stands for an entry of the workspace.
        if (entries.EnumerateFileSystemInfos().FirstOrDefault(entry => entry.LinkTarget is not null)?.LinkTarget is not { } target)
            return null;
        var request = new TranslationRequest
        {
            Workspace = Path.GetDirectoryName(target)!,
            Targets = [],
            Repositories =
            [
                .. new DirectoryInfo(executionRoot + "/external").EnumerateFileSystemInfos()
                    .Where(entry => entry.LinkTarget is not null)
                    .Select(entry => new RepositoryDeclaration { Name = entry.Name, Path = entry.LinkTarget })
            ],
            OutputBase = Path.GetDirectoryName(executionRoot)!,
        };
        return LoadingSession.Create(request, new Silent(), CancellationToken.None);
    }

    private sealed class Silent : ITranslationListener
    {
        public void OnDiagnostic(BazelDiagnostic diagnostic)
        {
        }

        public void OnPrint(string location, string text)
        {
        }
    }
}
