namespace TfNative.Packaging;

/// <summary>
/// Finds what must be copied with a library for it to load: what its links lead to (<c>lib.so</c>, <c>lib.so.2</c>,
/// <c>lib.so.2.14.1</c>), and the libraries of the same build that it needs, found as the dynamic loader finds them
/// (ld.so(8)): through its run path.
/// </summary>
public static class RuntimeFiles
{
    private const string Origin = "$ORIGIN";

    /// <param name="files">Absolute paths of files that exist; a folder among them needs nothing.</param>
    /// <param name="root">Absolute folder of all that the build made: what lies outside belongs to the system.</param>
    /// <returns>The files, each followed by what it needs; of several with one name, the first.</returns>
    public static IReadOnlyList<RuntimeFile> Of(IEnumerable<string> files, string root)
    {
        var found = new OrderedDictionary<string, RuntimeFile>(StringComparer.Ordinal);
        // The wanted ones win over one of the same name that only something needs.
        foreach (string file in files)
            found.TryAdd(Path.GetFileName(file), new(file, RuntimeFile.NeighbourOf(file)));
        for (int i = 0; i < found.Count; i++)
        {
            foreach (string needed in NeededBy(found.GetAt(i).Value, root))
                found.TryAdd(Path.GetFileName(needed), new(needed, RuntimeFile.NeighbourOf(needed)));
        }

        return [.. found.Values];
    }

    private static IEnumerable<string> NeededBy(RuntimeFile file, string root)
    {
        string folder = Path.GetDirectoryName(file.Path)!;
        if (file.LinkTarget is { } target)
            return File.Exists(Path.Combine(folder, target)) ? [Path.Combine(folder, target)] : [];
        if (Directory.Exists(file.Path) || ElfFile.Read(file.Path) is not { } elf)
            return [];
        IEnumerable<string> needed = elf.Needed.Select(name => Find(name, elf.RunPath, folder, root)).OfType<string>();
        // Loaded under another name than its own it is found by whoever needs it only if that name is there too.
        string? self = elf.Soname is { } soname && soname != file.Name && File.Exists(Path.Combine(folder, soname)) ? Path.Combine(folder, soname) : null;
        return self is null ? needed : needed.Append(self);
    }

    private static string? Find(string name, IReadOnlyList<string> runPath, string folder, string root)
    {
        foreach (string entry in runPath)
        {
            string place = entry.Replace("${ORIGIN}", Origin, StringComparison.Ordinal);
            if (!place.StartsWith(Origin, StringComparison.Ordinal))
                continue;
            string path = Path.GetFullPath(folder + place[Origin.Length..] + "/" + name);
            if (path.StartsWith(root + "/", StringComparison.Ordinal) && File.Exists(path))
                return path;
        }

        return null;
    }
}
