namespace TfNative.Packaging;

/// <summary>Finds the files by which a repository tells its licence.</summary>
public static class LicenseFiles
{
    private static readonly string[] Names = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "COPYRIGHT"];

    /// <param name="root">Absolute folder of the repository.</param>
    /// <returns>Absolute paths, sorted: LICENSE, LICENSE.txt, COPYING.LIB and the like, and what lies in a folder LICENSES.</returns>
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
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    private static bool IsLicense(string name) => Array.Exists(Names, n =>
        name.StartsWith(n, StringComparison.OrdinalIgnoreCase)
        && (name.Length == n.Length || name[n.Length] is '.' or '-' or '_'));
}
