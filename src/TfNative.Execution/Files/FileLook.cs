namespace TfNative.Execution;

/// <summary>
/// Looks at one path: first its stamp, then, only if a stamp from before does not vouch for it, its content.
/// A folder's stamp and content are those of all that is below it.
/// </summary>
internal static class FileLook
{
    /// <summary>The path's status; a folder's stamp covers everything below.</summary>
    public static FileStatus Stat(IDiskInterface disk, string path, ArtifactKind kind)
    {
        FileStatus status = disk.Stat(path, followLinks: kind != ArtifactKind.Symlink);
        return status.Type switch
        {
            FileType.Directory => status with { Stamp = TreeStamp(disk, path) },
            FileType.Other => status with { Stamp = default }, // /dev/null changes its times, and nothing else
            _ => status,
        };
    }

    /// <summary>The content at a path whose status was just looked at.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static FileContent Read(IDiskInterface disk, string path, in FileStatus status) => status.Type switch
    {
        FileType.Missing => FileContent.Missing,
        FileType.File => new FileContent(FileType.File, status.IsExecutable, disk.Hash(path)),
        FileType.Symlink => new FileContent(FileType.Symlink, false, new ContentHash().Add(disk.ReadLink(path)).Digest),
        FileType.Directory => new FileContent(FileType.Directory, false, TreeDigest(disk, path)),
        _ => new FileContent(FileType.Other, false, default),
    };

    private static FileStamp TreeStamp(IDiskInterface disk, string path)
    {
        var sum = new Checksum();
        (long entries, long newest) = (0, 0);
        Walk(disk, path, (entry, status) =>
        {
            entries++;
            newest = Math.Max(newest, status.Stamp.Changed);
            sum.Add(entry);
            sum.Add(status.Stamp.Size);
            sum.Add(status.Stamp.Modified);
            sum.Add(status.Stamp.Changed);
            sum.Add((long)status.Stamp.Inode);
        });
        // The sum stands in for the times and inodes of all entries; the newest time tells whether to trust it.
        return new FileStamp(entries, newest, newest, sum.Value);
    }

    private static Hash128 TreeDigest(IDiskInterface disk, string path)
    {
        var hash = new ContentHash();
        Walk(disk, path, (entry, status) =>
        {
            hash.Add(entry).Add((long)status.Type).Add(status.IsExecutable ? 1 : 0);
            if (status.Type == FileType.File)
                hash.Add(disk.Hash($"{path}/{entry}"));
            else if (status.Type == FileType.Symlink)
                hash.Add(disk.ReadLink($"{path}/{entry}"));
        });
        return hash.Digest;
    }

    /// <summary>Every entry below a folder, in the order of names; links are not followed, so there is an end.</summary>
    private static void Walk(IDiskInterface disk, string root, Action<string, FileStatus> visit)
    {
        WalkBelow("");

        void WalkBelow(string folder)
        {
            string[] names = [.. disk.List(folder.Length == 0 ? root : $"{root}/{folder}")];
            Array.Sort(names, StringComparer.Ordinal);
            foreach (string name in names)
            {
                string entry = folder.Length == 0 ? name : $"{folder}/{name}";
                FileStatus status = disk.Stat($"{root}/{entry}", followLinks: false);
                // A folder's own size and times change without any of its entries being different.
                visit(entry, status.Type == FileType.Directory ? new FileStatus(FileType.Directory, false, default) : status);
                if (status.Type == FileType.Directory)
                    WalkBelow(entry);
            }
        }
    }
}
