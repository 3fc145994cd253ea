namespace TfNative.Bazel;

/// <summary>
/// The folder in which actions run, laid out as Bazel's: a link for each entry of the workspace, external/REPOSITORY, and
/// bazel-out, which alone is a real folder.
/// </summary>
internal static class ExecutionRoot
{
    public static void Plant(string root, Repository main, IEnumerable<Repository> external, IReadOnlyList<string> ignored)
    {
        Directory.CreateDirectory(root + "/external");
        Directory.CreateDirectory(root + "/bazel-out");
        var wanted = new HashSet<string>(StringComparer.Ordinal) { "external", "bazel-out" };
        foreach (FileSystemInfo entry in new DirectoryInfo(main.Root).EnumerateFileSystemInfos())
        {
            // Bazel's own convenience links would lead in circles.
            if (entry.Name.StartsWith("bazel-", StringComparison.Ordinal) || entry.Name is "external" or ".git" || ignored.Contains(entry.FullName))
                continue;
            wanted.Add(entry.Name);
            Link($"{root}/{entry.Name}", entry.FullName);
        }

        foreach (FileSystemInfo entry in new DirectoryInfo(root).EnumerateFileSystemInfos())
        {
            if (!wanted.Contains(entry.Name) && entry.LinkTarget is not null)
                entry.Delete();
        }

        foreach (Repository repository in external)
            Link($"{root}/external/{repository.Name.Name}", repository.Root);
    }

    private static void Link(string path, string target)
    {
        var existing = new FileInfo(path);
        if (existing.LinkTarget == target)
            return;
        if (existing.LinkTarget is not null || existing.Exists)
            existing.Delete();
        File.CreateSymbolicLink(path, target);
    }
}
