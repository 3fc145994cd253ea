using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace TfNative.Execution;

/// <summary>A program with all that it started.</summary>
internal static class ProcessTree
{
    /// <summary>Sends a signal to a session's leader, its process group, and those of its descendants that have left
    /// the group but still hang on a living parent.</summary>
    public static void Signal(int leader, int signal)
    {
        foreach (int descendant in Descendants(leader))
            _ = LinuxProcess.SendSignal(descendant, signal);
        _ = LinuxProcess.SendSignal(-leader, signal);
    }

    /// <summary>Processes of a session, its leader dead or alive.</summary>
    public static IEnumerable<int> OfSession(int session) =>
        All().Where(p => p.Session == session && !p.IsZombie).Select(p => p.Id);

    public static IEnumerable<int> SessionLeaders() => All().Where(p => p.Session == p.Id && !p.IsZombie).Select(p => p.Id);

    /// <summary>Whether a process looks as <see cref="LinuxSpawn"/> starts them: in this folder or, by now, below it, and without
    /// input. A shell that a person has opened there has a terminal.</summary>
    /// <param name="id">The process.</param>
    /// <param name="folder">Without links.</param>
    public static bool IsStartedIn(int id, string folder) =>
        Link($"/proc/{id}/fd/0") == "/dev/null" && Link($"/proc/{id}/cwd") is { } current &&
        (current == folder || current.StartsWith(folder + "/", StringComparison.Ordinal));

    /// <summary>A folder's path without links; null when there is no such folder.</summary>
    public static string? RealPath(string folder)
    {
        using SafeFileHandle handle = LinuxStat.OpenFolderForPaths(folder);
        return handle.IsInvalid ? null : Link($"/proc/self/fd/{handle.DangerousGetHandle()}");
    }

    private static string? Link(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static List<int> Descendants(int root)
    {
        ILookup<int, int> children = All().ToLookup(p => p.Parent, p => p.Id);
        var result = new List<int>();
        var pending = new Queue<int>([root]);
        while (pending.TryDequeue(out int parent))
        {
            foreach (int child in children[parent])
            {
                result.Add(child);
                pending.Enqueue(child);
            }
        }

        return result;
    }

    private static IEnumerable<(int Id, int Parent, int Session, bool IsZombie)> All()
    {
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out int id) && Stat(id) is { } fields)
                yield return (id, Number(fields[1]), Number(fields[3]), fields[0] is "Z" or "X");
        }
    }

    /// <summary>Whether a process can still do something.</summary>
    public static bool IsAlive(int id) => Stat(id) is { } fields && fields[0] is not ("Z" or "X");

    /// <summary>When a process was started, since the machine's start; null when there is no such process.</summary>
    public static TimeSpan? StartTime(int id) => Stat(id) is { } fields
        ? TimeSpan.FromMilliseconds(10 * long.Parse(fields[19], CultureInfo.InvariantCulture)) // USER_HZ is 100
        : null;

    /// <summary>The fields of /proc/[id]/stat from the state on; the name before it may have blanks in it.</summary>
    private static string[]? Stat(int id)
    {
        try
        {
            string text = File.ReadAllText($"/proc/{id}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static int Number(string field) => int.Parse(field, CultureInfo.InvariantCulture);
}
