namespace TfNative.Bazel;

/// <summary>A folder of links to another one, in which single files are replaced: the folders on their paths become real.</summary>
internal sealed class OverlayFolder(string root)
{
    private readonly HashSet<string> _linked = new(StringComparer.Ordinal);
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    /// <summary>Folders of the sources to whose entries there are links: one that appears there needs a link too.</summary>
    public IEnumerable<string> LinkedFolders => _linked.Order(StringComparer.Ordinal);

    /// <summary>Files of the sources that others were made of.</summary>
    public IEnumerable<string> ReadFiles => _read.Order(StringComparer.Ordinal);

    /// <summary>Makes links to all that is in the sources.</summary>
    public void LinkAll(string source) => LinkEntries(source, root, mirror: false);

    /// <summary>The file as it is now, or null when there is none.</summary>
    public byte[]? Read(string path)
    {
        string full = $"{root}/{path}";
        if (!File.Exists(full))
            return null;
        // A folder on the way may be the link.
        string original = PhysicalFileSystem.Instance.RealPath(full);
        if (!original.StartsWith(PhysicalFileSystem.Instance.RealPath(root) + "/", StringComparison.Ordinal))
            _read.Add(original);
        return File.ReadAllBytes(full);
    }

    public void Write(PatchedFile file)
    {
        string full = Prepare(file.Path, mirror: true);
        if (file.Content is null)
            return;
        File.WriteAllBytes(full, file.Content);
        if (file.IsExecutable == true && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(full, File.GetUnixFileMode(full) | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }

    public void Link(string path, string target)
    {
        string full = Prepare(path);
        File.CreateSymbolicLink(full, target);
    }

    /// <summary>
    /// Makes a folder with links to another's entries. Those to folders would do for us, but programs that walk a patched
    /// tree, such as LLVM's overlay_directories.py, stop at them.
    /// </summary>
    private void LinkEntries(string source, string target, bool mirror)
    {
        _linked.Add(source);
        Directory.CreateDirectory(target);
        foreach (FileSystemInfo entry in new DirectoryInfo(source).EnumerateFileSystemInfos())
        {
            if (mirror && entry is DirectoryInfo { LinkTarget: null })
                LinkEntries(entry.FullName, $"{target}/{entry.Name}", mirror);
            else
                File.CreateSymbolicLink($"{target}/{entry.Name}", entry.FullName);
        }
    }

    /// <summary>Makes the folders on the path real, each with links to what it had, and removes what stands at its end.</summary>
    /// <param name="mirror">Makes the folders below real too.</param>
    public string Prepare(string path, bool mirror = false)
    {
        string[] parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        string at = root;
        for (int i = 0; i < parts.Length - 1; i++)
        {
            at += "/" + parts[i];
            var folder = new DirectoryInfo(at);
            if (folder.LinkTarget is null)
            {
                folder.Create();
                continue;
            }

            string original = folder.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
            File.Delete(at);
            LinkEntries(original, at, mirror);
        }

        string full = $"{at}/{parts[^1]}";
        File.Delete(full);
        return full;
    }
}
