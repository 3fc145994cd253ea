namespace TfNative.Bazel;

/// <summary>Finds packages and targets for the wildcards of target patterns.</summary>
internal sealed class PackageWildcards(PackageLoader packages, RepositorySet repositories, IFileSystem files)
{
    /// <summary>The packages at and below a folder, in order of their paths. Bazel's own output folders are none.</summary>
    /// <exception cref="BazelException">No such repository.</exception>
    public IReadOnlyList<PackageId> PackagesBelow(PackageId top)
    {
        Repository repository = repositories.Get(top.Repository);
        var found = new List<PackageId>();
        var folders = new Stack<string>([top.Path]);
        while (folders.TryPop(out string? folder))
        {
            var id = new PackageId(repository.Name, folder);
            if (packages.Exists(id))
                found.Add(id);
            DirectoryListing listing = files.ListDirectory(PackageId.Join(repository.Root, folder));
            foreach (DirectoryEntry entry in listing.Entries.OrderByDescending(e => e.Name, StringComparer.Ordinal))
            {
                if (entry.Kind == FileKind.Directory && !entry.Name.StartsWith('.') && !entry.Name.StartsWith("bazel-", StringComparison.Ordinal))
                    folders.Push(PackageId.Join(folder, entry.Name));
            }
        }

        return found;
    }

    /// <summary>The targets of a package that a wildcard means: its rules, or its files too.</summary>
    public static IEnumerable<Target> TargetsOf(Package package, bool rulesOnly) =>
        package.Targets.Values.Where(target => target is Rule || !rulesOnly && target is not (PackageGroup or EnvironmentGroup));
}
