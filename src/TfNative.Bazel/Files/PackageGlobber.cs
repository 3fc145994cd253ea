namespace TfNative.Bazel;

/// <summary>
/// Finds a package's files by patterns, as <c>glob()</c> and <c>subpackages()</c> do. A folder that has a BUILD file of
/// its own is another package, whose files are never found. Links to folders are followed, unless they lead back to
/// where they lie in.
/// </summary>
/// <remarks>https://bazel.build/reference/be/functions#glob; Bazel 7, GlobFunction.java, StarlarkNativeModule.java.</remarks>
/// <param name="files">Where to look.</param>
/// <param name="directory">The package's folder, absolute.</param>
public sealed class PackageGlobber(IFileSystem files, string directory)
{
    /// <summary>The names of a package's BUILD file, the stronger one first.</summary>
    public static IReadOnlyList<string> BuildFileNames { get; } = ["BUILD.bazel", "BUILD"];

    /// <returns>Paths relative to the package, sorted, each once.</returns>
    /// <exception cref="GlobException">A pattern is malformed, or nothing was found and <paramref name="allowEmpty"/> is false.</exception>
    public IReadOnlyList<string> Glob(
        IEnumerable<string> include, IEnumerable<string> exclude, GlobKind kind = GlobKind.Files, bool allowEmpty = true)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        bool any = false;
        foreach (string text in include)
        {
            any = true;
            int before = found.Count;
            HashSet<string> matches = before == 0 ? found : new HashSet<string>(StringComparer.Ordinal);
            new GlobWalk(files, directory, GlobPattern.ParseInclude(text), kind, matches).Run();
            if (matches.Count == 0 && !allowEmpty)
            {
                throw new GlobException($"glob pattern '{text}' didn't match anything, but allow_empty is set to False "
                    + "(the default value of allow_empty can be set with --incompatible_disallow_empty_glob).");
            }

            found.UnionWith(matches);
        }

        Exclude(found, exclude);
        if (found.Count == 0 && any && !allowEmpty)
        {
            throw new GlobException("all files in the glob have been excluded, but allow_empty is set to False "
                + "(the default value of allow_empty can be set with --incompatible_disallow_empty_glob).");
        }

        string[] sorted = [.. found];
        Array.Sort(sorted, StringComparer.Ordinal);
        return sorted;
    }

    private static void Exclude(HashSet<string> found, IEnumerable<string> exclude)
    {
        var patterns = new List<GlobPattern>();
        foreach (string text in exclude)
        {
            if (text.AsSpan().ContainsAny('*', '?'))
                patterns.Add(GlobPattern.Parse(text));
            else
                found.Remove(text);
        }

        if (patterns.Count > 0)
            found.RemoveWhere(path => patterns.Exists(pattern => pattern.Matches(path)));
    }
}
