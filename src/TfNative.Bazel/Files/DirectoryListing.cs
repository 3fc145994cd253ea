namespace TfNative.Bazel;

/// <summary>What a folder held when it was looked at, sorted by name. Links to nothing are left out.</summary>
public sealed class DirectoryListing
{
    private readonly DirectoryEntry[] entries;

    private DirectoryListing(DirectoryEntry[] entries, bool exists)
    {
        this.entries = entries;
        Exists = exists;
        Array.Sort(entries, static (a, b) => string.CompareOrdinal(a.Name, b.Name));
    }

    /// <summary>The answer where there is no such folder.</summary>
    public static DirectoryListing Missing { get; } = new([], exists: false);

    public bool Exists { get; }

    public IReadOnlyList<DirectoryEntry> Entries => entries;

    public static DirectoryListing Of(IEnumerable<DirectoryEntry> entries) => new(entries.ToArray(), exists: true);

    /// <summary>The entry of that name, or null.</summary>
    public DirectoryEntry? Find(string name)
    {
        int low = 0;
        int high = entries.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int order = string.CompareOrdinal(entries[middle].Name, name);
            if (order == 0)
                return entries[middle];
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return null;
    }
}
