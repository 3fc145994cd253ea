namespace TfNative.Packaging;

/// <summary>Finds the files by which a repository tells its licence.</summary>
public static class LicenseFiles
{
    private static readonly string[] Names = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "COPYRIGHT"];

    /// <param name="root">Absolute folder of the repository.</param>
    /// <returns>Absolute paths, sorted: LICENSE, LICENSE.txt, COPYING.LIB and the like, and what lies in a folder LICENSES;
    /// where there is none, what a distribution's package of headers has instead.</returns>
    public static IReadOnlyList<string> Find(string root)
    {
        var found = new List<string>();
        foreach (string file in Directory.EnumerateFiles(root))
        {
            if (IsLicense(Path.GetFileName(file)))
                found.Add(file);
        }

        string folder = Path.Combine(root, "LICENSES");
        if (Directory.Exists(folder))
            found.AddRange(Directory.EnumerateFiles(folder));
        if (found.Count == 0)
            found.AddRange(InDocumentation(root));
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    /// <summary>usr/share/doc/PACKAGE/copyright of an unpacked package (Debian policy 12.5), above usr/include/x.</summary>
    private static string[] InDocumentation(string root)
    {
        for (DirectoryInfo? folder = new(root); folder is not null; folder = folder.Parent)
        {
            var documentation = new DirectoryInfo(Path.Combine(folder.FullName, "share/doc"));
            if (!documentation.Exists)
                continue;
            // With many packages in it, it is a system's, and says nothing of this one.
            DirectoryInfo[] packages = documentation.GetDirectories();
            return packages.Length > 4 ? [] : [.. packages.Select(package => Path.Combine(package.FullName, "copyright")).Where(File.Exists)];
        }

        return [];
    }

    private static bool IsLicense(string name) => Array.Exists(Names, n =>
        name.StartsWith(n, StringComparison.OrdinalIgnoreCase)
        && (name.Length == n.Length || name[n.Length] is '.' or '-' or '_'));
}
