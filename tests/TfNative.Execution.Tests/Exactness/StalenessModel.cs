namespace TfNative.Execution.Tests.Exactness;

/// <summary>
/// What has to run, worked out in the simplest way: it remembers the full text of all that each action read and made when it
/// last ran well, and compares.
/// </summary>
internal sealed class StalenessModel
{
    private readonly Dictionary<string, Record> _records = [];

    /// <param name="actions">In an order in which each stands after those it needs.</param>
    /// <param name="sources">Source files by path.</param>
    /// <param name="before">Outputs before the build.</param>
    /// <param name="after">Outputs after the build.</param>
    /// <param name="failed">Outputs of actions that failed.</param>
    public List<string> Expected(
        IReadOnlyList<RandomAction> actions,
        IReadOnlyDictionary<string, string> sources,
        Dictionary<string, string> before,
        Dictionary<string, string> after,
        HashSet<string> failed)
    {
        var expected = new List<string>();
        var broken = new HashSet<string>(failed);
        string[] headers = [.. actions.Where(a => a.MakesHeader).Select(a => a.Output)];
        foreach (RandomAction action in actions.OrderBy(a => a.MakesHeader ? 0 : 1))
        {
            if ((action.Compiles && headers.Any(broken.Contains)) || action.Inputs.Any(broken.Contains))
            {
                broken.Add(action.Output); // cannot be reached
                continue;
            }

            string? Content(string path) => sources.GetValueOrDefault(path) ?? after.GetValueOrDefault(path);
            bool current = _records.TryGetValue(action.Output, out Record? record)
                && record.Command == action.ToString()
                && before.GetValueOrDefault(action.Output) == record.Made
                && record.Read.All(read => Content(read.Key) == read.Value);
            if (current)
                continue;
            expected.Add(action.Output);
            if (failed.Contains(action.Output))
                continue;
            var seen = new Dictionary<string, string>();
            foreach (string input in action.Inputs)
                Read(input, action.Compiles, Content, seen);
            _records[action.Output] = new Record(action.ToString(), seen, after[action.Output]);
        }

        foreach (string gone in _records.Keys.Except(actions.Select(a => a.Output)).ToList())
            _records.Remove(gone);
        return [.. expected.Order(StringComparer.Ordinal)];
    }

    private static void Read(string path, bool follow, Func<string, string?> content, Dictionary<string, string> seen)
    {
        if (seen.ContainsKey(path) || content(path) is not { } text)
            return;
        seen.Add(path, text);
        foreach (string line in text.Split('\n').Where(line => follow && line.StartsWith("#include ", StringComparison.Ordinal)))
            Read(line["#include ".Length..], follow, content, seen);
    }

    private sealed record Record(string Command, Dictionary<string, string> Read, string Made);
}
