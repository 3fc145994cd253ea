namespace TfNative.Execution;

/// <summary>Adds up what the depfiles of all compiles name.</summary>
internal static class HeaderCosts
{
    /// <summary>How many are kept: enough to see where the time goes.</summary>
    public const int Count = 300;

    private static readonly string[] SourceEndings = [".c", ".cc", ".cpp", ".cxx", ".c++", ".C", ".S", ".s", ".m", ".mm"];

    /// <summary>Whether a compile's input is what it compiles, by its name.</summary>
    public static bool IsSource(string path) => SourceEndings.Contains(Path.GetExtension(path));

    public static IReadOnlyList<HeaderCost> Of(List<BuildAction> actions, LogReader reader)
    {
        var ticks = new long[reader.Paths.Count];
        int[] compiles = new int[reader.Paths.Count];
        foreach (BuildAction action in actions)
        {
            if (action is not SpawnAction { Depfile: not null } || !ReportModel.TryGet(reader, action, out LoggedAction logged))
                continue;
            long duration = logged.Usage.Duration.Ticks;
            foreach (int version in logged.Discovered)
            {
                if (version < 0)
                    continue;
                int path = reader.Versions.PathOf(version);
                ticks[path] += duration;
                compiles[path]++;
            }

            AddDeclared(action, reader, ticks, compiles, duration);
        }

        return
        [
            .. Enumerable.Range(0, compiles.Length)
                .Where(path => compiles[path] > 0)
                .OrderByDescending(path => ticks[path]).ThenBy(path => reader.Paths[path], StringComparer.Ordinal)
                .Take(Count)
                .Select(path => new HeaderCost(reader.Paths[path], TimeSpan.FromTicks(ticks[path]), compiles[path]))
        ];
    }

    /// <summary>A header that is an input by itself stands in the depfile, too, but the log has it among the declared.</summary>
    private static void AddDeclared(BuildAction action, LogReader reader, long[] ticks, int[] compiles, long duration)
    {
        foreach (Artifact input in action.Inputs)
        {
            if (IsSource(input.ExecPath) || !reader.Paths.TryGet(input.ExecPath, out int path))
                continue;
            ticks[path] += duration;
            compiles[path]++;
        }
    }
}
