namespace TfNative.Bazel;

/// <summary>One pattern's way through a package's folders.</summary>
internal sealed class GlobWalk(
    IFileSystem files, string root, GlobPattern pattern, GlobKind kind, HashSet<string> found)
{
    // "a/**/b/**" reaches some folders twice, and every further "**" would double the work.
    private readonly HashSet<(string, int)>? seen = pattern.IsRecursiveTwice ? [] : null;

    public void Run() => Visit("", 0);

    /// <param name="folder">A folder of the package, relative to it; empty for its own.</param>
    /// <param name="index">The segment that the folder's entries have to match.</param>
    private void Visit(string folder, int index)
    {
        if (seen?.Add((folder, index)) == false)
            return;
        GlobSegment segment = pattern.Segments[index];
        bool isLast = index == pattern.Segments.Length - 1;
        if (segment.IsLiteral)
        {
            if (files.ListDirectory(Absolute(folder)).Find(segment.Literal) is { } entry)
                Take(folder, entry, index, isLast);
            return;
        }

        if (segment.IsRecursive)
            VisitWithoutRecursion(folder, index, isLast);
        foreach (DirectoryEntry entry in files.ListDirectory(Absolute(folder)).Entries)
        {
            if (segment.Matches(entry.Name))
                Take(folder, entry, index, isLast);
        }
    }

    /// <summary><c>**</c> stands for no folder, too.</summary>
    private void VisitWithoutRecursion(string folder, int index, bool isLast)
    {
        if (!isLast)
            Visit(folder, index + 1);
        else if (folder.Length > 0 && kind == GlobKind.FilesAndDirectories)
            found.Add(folder);
    }

    private void Take(string folder, DirectoryEntry entry, int index, bool isLast)
    {
        string path = PackageId.Join(folder, entry.Name);
        bool isRecursive = pattern.Segments[index].IsRecursive;
        if (entry.Kind == FileKind.File)
        {
            if (isLast && kind != GlobKind.Subpackages)
                found.Add(path);
            return;
        }

        // Nothing of a folder counts if nothing below it can match and it would not count itself.
        if (isLast && !isRecursive && kind == GlobKind.Files)
            return;
        if (entry.IsLink && LeadsBack(folder, path))
            return;
        if (IsPackage(path))
        {
            if (kind == GlobKind.Subpackages && MatchesWhole(index, isLast))
                found.Add(path);
            return;
        }

        if (isRecursive)
            Visit(path, index);
        else if (!isLast)
            Visit(path, index + 1);
        else if (kind == GlobKind.FilesAndDirectories)
            found.Add(path);
    }

    /// <summary>Whether a folder taken at a segment satisfies the rest of the pattern: only <c>**</c> may be left.</summary>
    private bool MatchesWhole(int index, bool isLast) =>
        isLast || pattern.Segments.Skip(index + 1).All(segment => segment.IsRecursive);

    private bool IsPackage(string folder)
    {
        DirectoryListing listing = files.ListDirectory(Absolute(folder));
        return PackageGlobber.BuildFileNames.Any(name => listing.Find(name)?.Kind == FileKind.File);
    }

    /// <summary>Whether a link leads to a folder that it lies in: following it would never end.</summary>
    private bool LeadsBack(string folder, string link)
    {
        string target = files.RealPath(Absolute(link));
        while (true)
        {
            if (files.RealPath(Absolute(folder)) == target)
                return true;
            if (folder.Length == 0)
                return false;
            folder = folder[..Math.Max(0, folder.LastIndexOf('/'))];
        }
    }

    private string Absolute(string folder) => PackageId.Join(root, folder);
}
