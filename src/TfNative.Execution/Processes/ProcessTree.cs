using System.Globalization;

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
