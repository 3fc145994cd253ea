namespace TfNative.Execution;

/// <summary>The files of a folder as actions' arguments name them (TreeArtifactValue.java): all below it, sorted by path.</summary>
internal static class TreeFiles
{
    /// <summary>Exec paths of the files; links count as what they lead to, folders do not count.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static IReadOnlyList<string> Of(IDiskInterface disk, string folder)
    {
        var files = new List<string>();
        Walk(disk, folder, [disk.Stat(folder).Stamp.Inode], files);
        files.Sort(StringComparer.Ordinal);
        return files;
    }

    /// <param name="disk">Where to look.</param>
    /// <param name="folder">What to list.</param>
    /// <param name="within">The folders that it lies in, so that a link to one of them is not followed for ever.</param>
    /// <param name="files">Gets the files.</param>
    private static void Walk(IDiskInterface disk, string folder, HashSet<ulong> within, List<string> files)
    {
        foreach (string name in disk.List(folder))
        {
            string path = $"{folder}/{name}";
            FileStatus status = disk.Stat(path);
            if (status.Type == FileType.File)
            {
                files.Add(path);
            }
            else if (status.Type == FileType.Directory && within.Add(status.Stamp.Inode))
            {
                Walk(disk, path, within, files);
                within.Remove(status.Stamp.Inode);
            }
        }
    }
}
