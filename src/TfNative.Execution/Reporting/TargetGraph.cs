namespace TfNative.Execution;

/// <summary>
/// Who needs whom, by target and by package. Between targets it is what the actions say: one reads what the other makes.
/// Between packages it is also what the depfiles say: a source of the one includes a header of the other.
/// Only what is not implied by other edges is kept, or nobody could look at it.
/// </summary>
/// <param name="Targets">Labels, in order of first appearance; "" for actions without one.</param>
/// <param name="Packages">Their packages.</param>
/// <param name="PackageOfTarget">By number of the target.</param>
/// <param name="TargetEdges">From the one that needs to the one that is needed.</param>
/// <param name="PackageEdges">The same between packages.</param>
internal sealed record TargetGraph(
    IReadOnlyList<string> Targets,
    IReadOnlyList<string> Packages,
    IReadOnlyList<int> PackageOfTarget,
    IReadOnlyList<(int From, int To)> TargetEdges,
    IReadOnlyList<(int From, int To)> PackageEdges)
{
    public static TargetGraph Of(List<BuildAction> actions, LogReader reader)
    {
        var targets = new NameTable();
        var packages = new NameTable();
        var packageOf = new List<int>();
        foreach (BuildAction action in actions)
        {
            if (targets.Add(action.Owner) == packageOf.Count)
                packageOf.Add(packages.Add(PackageFolders.PackageOf(action.Owner)));
        }

        var targetEdges = new ArtifactEdges(targets).Of(actions);
        var folders = new PackageFolders(packages);
        HashSet<(int, int)> packageEdges =
        [
            .. targetEdges.Select(edge => (packageOf[edge.From], packageOf[edge.To])).Where(edge => edge.Item1 != edge.Item2)
        ];
        int[] packageOfPath = [.. Enumerable.Range(0, reader.Paths.Count).Select(path => folders.Find(reader.Paths[path]))];
        foreach (BuildAction action in actions)
        {
            if (!ReportModel.TryGet(reader, action, out LoggedAction logged))
                continue;
            int from = packageOf[targets.Add(action.Owner)];
            int last = from;
            foreach (int version in logged.Discovered)
            {
                int to = version < 0 ? -1 : packageOfPath[reader.Versions.PathOf(version)];
                if (to >= 0 && to != from && to != last)
                    packageEdges.Add((from, to));
                last = to;
            }
        }

        return new TargetGraph(
            targets.Names,
            packages.Names,
            packageOf,
            TransitiveReduction.Of(targets.Names.Count, targetEdges),
            TransitiveReduction.Of(packages.Names.Count, packageEdges));
    }
}
