using TfNative.Execution.Tests.Support;

namespace TfNative.Execution.Tests.Exactness;

/// <summary>Sources and headers that change at random; every content they ever had is remembered, to go back to.</summary>
internal sealed class SourceEdits(Random random)
{
    private readonly Dictionary<string, List<string>> _old = [];
    private int _names;

    public SortedDictionary<string, string> Files { get; } = new(StringComparer.Ordinal);

    public void AddHeader() => Set($"src/{_names++}.h", "header\n");

    public string AddSource()
    {
        string path = $"src/{_names++}.cc";
        Set(path, $"source {path}\n");
        return path;
    }

    public string Edit(VirtualDisk disk, IReadOnlyList<string> generatedHeaders)
    {
        if (Files.Count == 0)
            AddHeader();
        List<string> all = [.. Files.Keys];
        List<string> headers = [.. all.Where(path => path.EndsWith(".h", StringComparison.Ordinal)), .. generatedHeaders];
        string path = all[random.Next(all.Count)];
        string header = headers.Count == 0 ? path : headers[random.Next(headers.Count)];
        switch (random.Next(9))
        {
            case 0:
                AddHeader();
                return "add header";
            case 1:
                Set(path, Files[path] + $"line {random.Next(5)}\n");
                return $"change {path}";
            case 2:
                Set(path, Files[path] + $"// comment {random.Next(5)}\n");
                return $"comment {path}";
            case 3 or 4 when header != path:
                Set(path, $"#include {header}\n{Files[path]}");
                return $"include {header} in {path}";
            case 5:
                Set(path, string.Concat(Files[path].Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l + "\n")));
                return $"drop first line of {path}";
            case 6:
                Set(path, _old[path][random.Next(_old[path].Count)]);
                disk.Delete(path); // back from a backup: another inode
                return $"older content of {path}";
            case 7 when path.EndsWith(".h", StringComparison.Ordinal):
                Files.Remove(path);
                disk.Delete(path);
                return $"remove {path}";
            case 8 when path.EndsWith(".h", StringComparison.Ordinal):
                string renamed = $"src/{_names++}.h";
                Set(renamed, Files[path]);
                Files.Remove(path);
                disk.Delete(path);
                return $"rename {path} to {renamed}";
            default:
                if (disk.Exists(path))
                    disk.Touch(path, random.Next(100));
                return $"touch {path}";
        }
    }

    /// <summary>Brings a disk up to these files; what has the right content is left alone.</summary>
    public void Write(VirtualDisk disk)
    {
        foreach ((string path, string content) in Files)
        {
            if (!disk.Exists(path) || disk.Text(path) != content)
                disk.Write(path, content);
        }
    }

    private void Set(string path, string content)
    {
        Files[path] = content;
        if (!_old.TryGetValue(path, out List<string>? contents))
            _old.Add(path, contents = []);
        contents.Add(content);
    }
}
