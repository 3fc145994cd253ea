using System.Globalization;

namespace TfNative.Execution;

/// <summary>
/// What the kernel says is available (MemAvailable of /proc/meminfo), or less, if a memory cgroup of this process or
/// one above it, version 1 or 2, leaves less. Page cache that a cgroup could drop counts as available.
/// </summary>
internal sealed class MachineMemory : IMemoryProbe
{
    private readonly Func<IEnumerable<string>> _cgroups;
    private readonly string _mount;
    private List<Limit>? _limits;

    public MachineMemory()
        : this(() => File.Exists("/proc/self/cgroup") ? File.ReadAllLines("/proc/self/cgroup") : [], "/sys/fs/cgroup")
    {
    }

    /// <param name="cgroups">Lines of /proc/self/cgroup; asked for when memory is first looked at.</param>
    /// <param name="mount">Where cgroups are mounted.</param>
    internal MachineMemory(Func<IEnumerable<string>> cgroups, string mount) => (_cgroups, _mount) = (cgroups, mount);

    public long AvailableBytes()
    {
        long available = Field("/proc/meminfo", "MemAvailable:") is { } kib
            ? kib << 10
            : GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        _limits ??= [.. Limits(_cgroups(), _mount)];
        foreach (Limit limit in _limits)
        {
            if (Number(limit.Max) is { } max && Number(limit.Current) is { } current)
                available = Math.Min(available, max - current + (Field(limit.Statistics, limit.CacheField) ?? 0));
        }

        return Math.Max(0, available);
    }

    private static IEnumerable<Limit> Limits(IEnumerable<string> cgroups, string mount)
    {
        foreach (string line in cgroups)
        {
            string[] parts = line.Split(':', 3);
            if (parts.Length != 3)
                continue;
            bool second = parts[0] == "0";
            if (!second && !parts[1].Split(',').Contains("memory"))
                continue;
            string root = second ? mount : $"{mount}/memory";
            for (string? group = parts[2].TrimEnd('/'); group is not null; group = Parent(group))
            {
                string folder = root + group;
                yield return second
                    ? new Limit($"{folder}/memory.max", $"{folder}/memory.current", $"{folder}/memory.stat", "inactive_file")
                    : new Limit(
                        $"{folder}/memory.limit_in_bytes",
                        $"{folder}/memory.usage_in_bytes",
                        $"{folder}/memory.stat",
                        "total_inactive_file");
            }
        }
    }

    private static string? Parent(string group) => group.Length == 0 ? null : group[..group.LastIndexOf('/')];

    /// <summary>The file's number; null when there is no file, or it says "max".</summary>
    private static long? Number(string file)
    {
        try
        {
            return long.TryParse(File.ReadAllText(file), CultureInfo.InvariantCulture, out long number) ? number : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static long? Field(string file, string name)
    {
        try
        {
            string? line = File.ReadLines(file).FirstOrDefault(
                line => line.StartsWith(name, StringComparison.Ordinal) && line.AsSpan(name.Length).StartsWith(" "));
            return line is null ? null : long.Parse(line.AsSpan(name.Length).TrimEnd("kB"), CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private sealed record Limit(string Max, string Current, string Statistics, string CacheField);
}
