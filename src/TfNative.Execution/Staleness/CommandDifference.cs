namespace TfNative.Execution;

/// <summary>Says in what a command differs from the logged one: the words that went and the words that came.</summary>
internal static class CommandDifference
{
    private const int MaxWords = 4;

    public static string Explain(BuildAction action, int primaryOutput, BuildLog log)
    {
        if (action is not SpawnAction || !log.TryGet(primaryOutput, out LoggedAction logged))
            return "what to write changed";
        (IReadOnlyList<string> arguments, IReadOnlyList<string> environment) = ActionDigest.Words(action);
        return Difference("command line", Words(log, logged.Arguments), arguments)
            ?? Difference("environment", Words(log, logged.Environment), environment)
            ?? "declared outputs or response files changed";
    }

    private static string? Difference(string what, List<string> old, IReadOnlyList<string> now)
    {
        List<string> gone = Without(old, now);
        List<string> come = Without(now, old);
        return (gone.Count, come.Count) switch
        {
            (0, 0) => old.SequenceEqual(now) ? null : $"{what} changed: order of the same words",
            (0, _) => $"{what} changed: added {Text(come)}",
            (_, 0) => $"{what} changed: removed {Text(gone)}",
            _ => $"{what} changed: {Text(gone)} -> {Text(come)}",
        };
    }

    /// <summary>What stands more often in one list than in the other.</summary>
    private static List<string> Without(IReadOnlyList<string> words, IReadOnlyList<string> others)
    {
        var counts = others.CountBy(word => word).ToDictionary();
        return [.. words.Where(word =>
        {
            int left = counts.GetValueOrDefault(word);
            counts[word] = left - 1;
            return left <= 0;
        })];
    }

    private static string Text(List<string> words) =>
        string.Join(' ', words.Take(MaxWords)) + (words.Count > MaxWords ? $" and {words.Count - MaxWords} more" : "");

    private static List<string> Words(BuildLog log, ReadOnlySpan<int> ids)
    {
        var words = new List<string>(ids.Length);
        foreach (int id in ids)
            words.Add(log.Word(id));
        return words;
    }
}
