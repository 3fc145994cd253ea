using System.Text;

namespace TfNative.Bazel.Tests.Files;

/// <summary>Files in a dictionary. Folders exist because something lies in them; links may lead to files and folders.</summary>
public sealed class InMemoryFileSystem : IFileSystem
{
    private readonly SortedDictionary<string, byte[]> contents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> links = new(StringComparer.Ordinal);

    /// <summary>How often each folder was listed.</summary>
    public Dictionary<string, int> ListCounts { get; } = new(StringComparer.Ordinal);

    public InMemoryFileSystem Add(string path, string text = "")
    {
        contents[path] = Encoding.UTF8.GetBytes(text);
        return this;
    }

    public InMemoryFileSystem AddAll(params IEnumerable<string> paths)
    {
        foreach (string path in paths)
            Add(path);
        return this;
    }

    /// <param name="path">Where the link lies.</param>
    /// <param name="target">Where it leads to, absolute.</param>
    public InMemoryFileSystem AddLink(string path, string target)
    {
        links[path] = target;
        return this;
    }

    public bool FileExists(string path) => contents.ContainsKey(RealPath(path));

    public bool DirectoryExists(string path)
    {
        string prefix = RealPath(path).TrimEnd('/') + "/";
        return contents.Keys.Concat(links.Keys).Any(file => file.StartsWith(prefix, StringComparison.Ordinal));
    }

    public DirectoryListing ListDirectory(string path)
    {
        lock (ListCounts)
            ListCounts[path] = ListCounts.GetValueOrDefault(path) + 1;
        if (!DirectoryExists(path))
            return DirectoryListing.Missing;
        string prefix = RealPath(path).TrimEnd('/') + "/";
        IEnumerable<string> names = contents.Keys.Concat(links.Keys)
            .Where(file => file.StartsWith(prefix, StringComparison.Ordinal))
            .Select(file => file[prefix.Length..].Split('/')[0])
            .Distinct();
        return DirectoryListing.Of(names.Select(name => Describe(prefix, name)).OfType<DirectoryEntry>());
    }

    public string RealPath(string path)
    {
        string real = "";
        foreach (string part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            real += "/" + part;
            for (int hops = 0; links.TryGetValue(real, out string? target); hops++)
                real = hops < 40 ? RealPath(target) : throw new IOException($"Too many levels of symbolic links: '{path}'");
        }

        return real.Length == 0 ? "/" : real;
    }

    public byte[] ReadAllBytes(string path) => contents.TryGetValue(RealPath(path), out byte[]? bytes)
        ? bytes
        : throw new FileNotFoundException($"Could not find file '{path}'.", path);

    public string ReadAllText(string path) => Encoding.UTF8.GetString(ReadAllBytes(path));

    private DirectoryEntry? Describe(string prefix, string name)
    {
        string path = prefix + name;
        if (FileExists(path))
            return new DirectoryEntry(name, FileKind.File, links.ContainsKey(path));
        return DirectoryExists(path) ? new DirectoryEntry(name, FileKind.Directory, links.ContainsKey(path)) : null;
    }
}
