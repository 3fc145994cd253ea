namespace TfNative.Bazel;

/// <summary>A folder of links to another one, in which single files are replaced: the folders on their paths become real.</summary>
internal sealed class OverlayFolder(string root)
{
    /// <summary>The file as it is now, or null when there is none.</summary>
    public byte[]? Read(string path)
    {
        string full = $"{root}/{path}";
        return File.Exists(full) ? File.ReadAllBytes(full) : null;
    }

    public void Write(PatchedFile file)
    {
        string full = Prepare(file.Path);
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

    /// <summary>Makes the folders on the path real, each with links to what it had, and removes what stands at its end.</summary>
    public string Prepare(string path)
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
            Directory.CreateDirectory(at);
            foreach (FileSystemInfo entry in new DirectoryInfo(original).EnumerateFileSystemInfos())
                File.CreateSymbolicLink($"{at}/{entry.Name}", entry.FullName);
        }

        string full = $"{at}/{parts[^1]}";
        File.Delete(full);
        return full;
    }
}
