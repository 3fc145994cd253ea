using System.Text.RegularExpressions;

namespace TfNative.Packaging;

/// <summary>Finds the files by which a repository tells its licence.</summary>
public static partial class LicenseFiles
{
    private static readonly string[] Names = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "COPYRIGHT"];

    /// <param name="root">Absolute folder of the repository.</param>
    /// <returns>Absolute paths, sorted: LICENSE, LICENSE.txt, COPYING.LIB and the like with the files that they link to, and what lies in
    /// a folder LICENSES; where there is none, what a distribution's package of headers has instead, or a README with a copyright notice.</returns>
    public static IReadOnlyList<string> Find(string root)
    {
        var found = new List<string>();
        foreach (string file in Directory.EnumerateFiles(root))
        {
            if (IsLicense(Path.GetFileName(file)))
                found.AddRange([file, .. LinkedFrom(file)]);
        }

        string folder = Path.Combine(root, "LICENSES");
        if (Directory.Exists(folder))
            found.AddRange(Directory.EnumerateFiles(folder));
        if (found.Count == 0)
            found.AddRange(InDocumentation(root));
        if (found.Count == 0)
            found.AddRange(Directory.EnumerateFiles(root).Where(IsReadmeWithNotice));
        found.Sort(StringComparer.Ordinal);
        return [.. found.Distinct()];
    }

    /// <summary>Files beside it that a text in Markdown leads to: a licence may be in several.</summary>
    private static IEnumerable<string> LinkedFrom(string file) => Path.GetExtension(file) != ".md" ? [] : Link().Matches(File.ReadAllText(file))
        .Select(link => Path.Combine(Path.GetDirectoryName(file)!, link.Groups[1].Value)).Where(File.Exists);

    private static bool IsReadmeWithNotice(string file) =>
        Path.GetFileName(file).StartsWith("readme", StringComparison.OrdinalIgnoreCase)
        && File.ReadAllText(file).Contains("copyright", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\]\(([\w.-]+)\)")]
    private static partial Regex Link();

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
