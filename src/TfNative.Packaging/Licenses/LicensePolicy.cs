namespace TfNative.Packaging;

/// <summary>Which licences a package may contain.</summary>
public static class LicensePolicy
{
    /// <param name="allowed">SPDX expressions as headers name them; empty: all.</param>
    /// <param name="sources">What was compiled.</param>
    /// <param name="unknownAllowed">A file that tells no licence passes.</param>
    /// <returns>A line for each file that may not be in the package.</returns>
    public static IReadOnlyList<string> Check(IReadOnlyCollection<string> allowed, IEnumerable<SourceLicense> sources, bool unknownAllowed)
    {
        if (allowed.Count == 0)
            return [];
        var problems = new List<string>();
        foreach (SourceLicense source in sources)
        {
            if (source.Expression is null ? !unknownAllowed : !allowed.Contains(source.Expression))
                problems.Add($"{source.Path}: {source.Expression ?? "its header names no licence"}");
        }

        return problems;
    }
}
