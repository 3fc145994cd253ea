using TfNative.Execution;
using TfNative.Packaging;
using TfNative.Tasks.Diagnostics;
using TfNative.Tasks.Translation;

namespace TfNative.Tasks.Packing;

/// <summary>A build whose libraries are packed: what it was made of is read from what it left in its output base.</summary>
internal static class PackedBuild
{
    /// <exception cref="TaskParameterException">TFN5005: nothing was built there.</exception>
    public static IReadOnlyList<LinkedRepository> Repositories(string outputBase, string workspace, string workspaceName)
    {
        string graphFile = Path.Combine(outputBase, "actions.graph");
        string log = BuildNativeActions.LogFolder(outputBase);
        ActionGraph? graph = ActionGraphFile.Read(graphFile);
        TranslatedItems? items = TranslatedItemsFile.Load(graphFile + ".items");
        if (graph is null || items is null || !File.Exists(Path.Combine(log, "build.log")))
            throw PackagingErrors.NotBuilt(outputBase);
        var paths = new ExecutionRootPaths(Path.Combine(outputBase, "execroot"));
        return [.. CompiledSources.Of(graph, DiscoveredInputs.Read(log)).ByRepository(paths, workspace, workspaceName, items.Licenses)];
    }

    /// <summary>Several builds of one package, for different processors: their repositories taken together.</summary>
    public static IReadOnlyList<LinkedRepository> Merge(IEnumerable<LinkedRepository> repositories) =>
    [
        .. repositories.GroupBy(repository => repository.Name, StringComparer.Ordinal).Select(group => group.First() with
        {
            DeclaredLicenses = [.. group.SelectMany(repository => repository.DeclaredLicenses).Distinct().Order(StringComparer.Ordinal)],
            Sources = [.. group.SelectMany(repository => repository.Sources).DistinctBy(source => source.Path).OrderBy(source => source.Path, StringComparer.Ordinal)],
        })
    ];
}
