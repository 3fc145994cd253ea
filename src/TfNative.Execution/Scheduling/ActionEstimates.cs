namespace TfNative.Execution;

/// <summary>
/// What actions are expected to take: what they took last time, else what they say, else what actions of the same
/// kind took on average.
/// </summary>
internal sealed class ActionEstimates
{
    private const double UnknownSeconds = 1;

    /// <summary>Of a program whose peak was too small to be told from ours.</summary>
    private const long SmallBytes = 64 << 20;

    private readonly ActionUsage?[] _logged;
    private readonly Dictionary<string, ActionUsage> _averages;

    public ActionEstimates(IReadOnlyCollection<BuildAction> actions, int graphSize, BuildLog log, BuildPaths paths)
    {
        _logged = new ActionUsage?[graphSize];
        var sums = new Dictionary<string, (int Count, TimeSpan Duration, int Measured, long Memory)>();
        foreach (BuildAction action in actions)
        {
            if (!log.TryGet(paths[action.PrimaryOutput], out LoggedAction logged))
                continue;
            ActionUsage usage = logged.Usage;
            _logged[action.Index] = usage;
            (int count, TimeSpan duration, int measured, long memory) = sums.GetValueOrDefault(action.Mnemonic);
            if (usage.PeakMemoryBytes > 0)
                measured++;
            sums[action.Mnemonic] = (count + 1, duration + usage.Duration, measured, memory + usage.PeakMemoryBytes);
        }

        _averages = sums.ToDictionary(
            sum => sum.Key,
            sum => new ActionUsage(sum.Value.Duration / sum.Value.Count, default, sum.Value.Memory / Math.Max(1, sum.Value.Measured)));
    }

    /// <summary>From the log; null when it never ran.</summary>
    public ActionUsage? Logged(BuildAction action) => _logged[action.Index];

    public double Seconds(BuildAction action)
    {
        if (_logged[action.Index] is { } usage)
            return usage.Duration.TotalSeconds;
        if (action is SpawnAction { Resources.Duration: { Ticks: > 0 } said })
            return said.TotalSeconds;
        return _averages.TryGetValue(action.Mnemonic, out ActionUsage average) ? average.Duration.TotalSeconds
            : action is SpawnAction ? UnknownSeconds : 0;
    }

    /// <summary>Peak memory in bytes; <paramref name="unknown"/> for a program that nothing is known of.</summary>
    public long Memory(BuildAction action, long unknown)
    {
        if (action is not SpawnAction spawn)
            return 0;
        if (_logged[action.Index] is { } usage)
            return usage.PeakMemoryBytes > 0 ? usage.PeakMemoryBytes : Math.Min(SmallBytes, unknown);
        if (spawn.Resources.MemoryBytes > 0)
            return spawn.Resources.MemoryBytes;
        return _averages.TryGetValue(action.Mnemonic, out ActionUsage average) && average.PeakMemoryBytes > 0
            ? average.PeakMemoryBytes : unknown;
    }
}
