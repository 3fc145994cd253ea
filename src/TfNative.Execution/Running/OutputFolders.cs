using System.Collections.Concurrent;

namespace TfNative.Execution;

/// <summary>Makes the folders that outputs go into, asking the file system once for each.</summary>
internal sealed class OutputFolders(IDiskInterface disk)
{
    private readonly ConcurrentDictionary<string, bool> _made = new();

    public void MakeParent(string path)
    {
        int slash = path.LastIndexOf('/');
        if (slash > 0 && !_made.ContainsKey(path[..slash]))
            Make(path[..slash]);
    }

    private void Make(string folder)
    {
        if (disk.Stat(folder).Type == FileType.File)
            disk.Delete(folder); // a file of an earlier graph stands where a folder must be
        disk.CreateDirectory(folder);
        _made[folder] = true;
    }
}
