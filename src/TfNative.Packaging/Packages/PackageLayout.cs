namespace TfNative.Packaging;

/// <summary>
/// The names that libraries have in a package. A package is a zip file without links, and each name with the whole content
/// would multiply its size: one name of a library has the content, the others are made links where it is used.
/// </summary>
internal sealed record PackageLayout
{
    /// <summary>Names with content, to absolute paths.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }

    /// <summary>Other names, to the name with the content.</summary>
    public required IReadOnlyDictionary<string, string> Links { get; init; }

    /// <param name="paths">Absolute paths of libraries and of links between their names.</param>
    public static PackageLayout Of(IEnumerable<string> paths)
    {
        var all = paths.ToDictionary(path => Path.GetFileName(path), path => path, StringComparer.Ordinal);
        Dictionary<string, string> links = all
            .Select(file => (Name: file.Key, Target: Resolve(file.Key, all)))
            .Where(link => link.Target != link.Name)
            .ToDictionary(link => link.Name, link => link.Target, StringComparer.Ordinal);
        string[] contents = [.. all.Keys.Where(name => !links.ContainsKey(name))];
        HashSet<string> needed = [.. contents.SelectMany(name => ElfFile.Read(all[name])?.Needed ?? [])];

        var layout = new PackageLayout { Files = new SortedDictionary<string, string>(StringComparer.Ordinal), Links = new SortedDictionary<string, string>(StringComparer.Ordinal) };
        foreach (string content in contents)
        {
            string[] names = [content, .. links.Where(link => link.Value == content).Select(link => link.Key).Order(StringComparer.Ordinal)];
            // What another library asks for must be there in any case; a program asks for lib.so.
            string best = Array.Find(names, needed.Contains) ?? Array.Find(names, name => name.EndsWith(".so", StringComparison.Ordinal)) ?? content;
            ((IDictionary<string, string>)layout.Files)[best] = all[content];
            foreach (string other in names.Where(name => name != best))
                ((IDictionary<string, string>)layout.Links)[other] = best;
        }

        return layout;
    }

    /// <summary>A package's name as part of the names of targets and items.</summary>
    public static string MSBuildName(string packageId) => string.Concat(packageId.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    private static string Resolve(string name, Dictionary<string, string> all)
    {
        for (int i = 0; i < all.Count && RuntimeFile.NeighbourOf(all[name]) is { } target && all.ContainsKey(target); i++)
            name = target;
        return name;
    }
}
