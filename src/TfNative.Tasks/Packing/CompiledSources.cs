using TfNative.Execution;
using TfNative.Packaging;
using TfNative.Tasks.Diagnostics;

namespace TfNative.Tasks.Packing;

/// <summary>Finds what went into the wanted outputs of a build: sources that were compiled, the headers that they included,
/// and what code was generated from. Tools of the build, and the sources of those, did not go in.</summary>
/// <param name="graph">What was built.</param>
/// <param name="reads">What its actions were seen to read.</param>
internal sealed class CompiledSources(ActionGraph graph, DiscoveredInputs reads)
{
    private const string Tools = "external/bazel_tools/";

    private readonly Dictionary<string, Artifact> _byPath = graph.Artifacts.ToDictionary(artifact => artifact.ExecPath, StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<string> _pending = [];

    /// <summary>Exec paths of the sources.</summary>
    public SortedSet<string> Sources { get; } = new(StringComparer.Ordinal);

    /// <summary>Labels of the targets whose actions they went into.</summary>
    public HashSet<string> Owners { get; } = new(StringComparer.Ordinal);

    public static CompiledSources Of(ActionGraph graph, DiscoveredInputs reads)
    {
        var found = new CompiledSources(graph, reads);
        string[] places = [.. graph.Wanted.Select(artifact => Place(artifact.ExecPath)).Distinct()];
        foreach (Artifact wanted in graph.Wanted)
            found.Add(wanted.ExecPath);
        while (found._pending.TryDequeue(out string? path))
            found.Visit(path, places);
        return found;
    }

    /// <summary>The sources by repository, ready to be told of.</summary>
    /// <param name="paths">Finds the real files.</param>
    /// <param name="workspaceName">What to call the main repository.</param>
    /// <param name="licenses">What licenses() says by package.</param>
    public IEnumerable<LinkedRepository> ByRepository(
        ExecutionRootPaths paths, string workspace, string workspaceName, IReadOnlyDictionary<string, IReadOnlyList<string>> licenses)
    {
        foreach (IGrouping<string, string> group in Sources.GroupBy(RepositoryOf).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            string prefix = group.Key.Length == 0 ? "//" : $"@{group.Key}//";
            string[] declared = [.. Owners.Select(PackageOf)
                .Where(package => package.StartsWith(prefix, StringComparison.Ordinal))
                .SelectMany(package => licenses.GetValueOrDefault(package) ?? []).Distinct().Order(StringComparer.Ordinal)];
            string root = group.Key.Length == 0 ? "" : $"external/{group.Key}/";
            LinkedSource[] sources = [.. group.Select(path => new LinkedSource(path[root.Length..], paths.ToSource(path)))];
            yield return group.Key.Length == 0
                ? new(workspaceName, workspace, declared, sources)
                : new(group.Key, paths.ToSource("external/" + group.Key), declared, sources);
        }
    }

    /// <summary>Empty for the main repository.</summary>
    public static string RepositoryOf(string execPath) =>
        execPath.StartsWith("external/", StringComparison.Ordinal) ? execPath.Split('/')[1] : "";

    private void Visit(string path, string[] places)
    {
        if (!_byPath.TryGetValue(path, out Artifact? artifact) || artifact.Generator is not { } action)
        {
            // Absolute paths are the system's; a discovered path of the output tree was made by no action.
            if (!path.StartsWith('/') && !path.StartsWith("bazel-out/", StringComparison.Ordinal) && !path.StartsWith(Tools, StringComparison.Ordinal))
                Sources.Add(path);
            return;
        }

        // Another place in bazel-out is another configuration: that of the tools.
        if (!places.Contains(Place(path)))
            return;
        Owners.Add(action.Owner);
        foreach (Artifact input in action.Inputs)
            Add(input.ExecPath);
        foreach (string discovered in reads.Of(action))
            Add(discovered);
        if (action is SpawnAction { DiscoversInputs: true })
            return;
        // A tool stands among its own runfiles, and in the configuration of the libraries where that is the tools', too.
        HashSet<string> tools = [.. action is SpawnAction { Tools: var used } ? used.Select(tool => tool.ExecPath) : []];
        foreach (Artifact member in action.InputSets.SelectMany(set => set.Flatten()).Where(member => !tools.Contains(member.ExecPath)))
            Add(member.ExecPath);
    }

    private void Add(string path)
    {
        if (_seen.Add(path))
            _pending.Enqueue(path);
    }

    private static string Place(string path) => string.Join('/', path.Split('/').Take(2));

    private static string PackageOf(string label) => label[..Math.Max(0, label.LastIndexOf(':'))];
}
