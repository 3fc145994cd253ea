namespace TfNative.Bazel.Tests.Golden;

/// <summary>
/// Of a list of all actions of a closure, those that a build of some files runs: the makers of the files, of what these
/// read, and so on. Bazel's list does not say which generated headers a compile reads, so their makers are not found
/// unless something else wants them.
/// </summary>
public static class NeededActions
{
    public static IReadOnlyList<ActionView> Find(IReadOnlyList<ActionView> actions, params IEnumerable<string> outputs)
    {
        var makers = new Dictionary<string, ActionView>(StringComparer.Ordinal);
        foreach (ActionView action in actions)
        {
            foreach (string output in action.Outputs)
                makers.TryAdd(output, action);
        }

        var needed = new HashSet<ActionView>(ReferenceEqualityComparer.Instance);
        var open = new Stack<string>(outputs);
        while (open.TryPop(out string? path))
        {
            if (!makers.TryGetValue(path, out ActionView? action) || !needed.Add(action))
                continue;
            foreach (string input in action.Inputs.Concat(action.Argv))
                open.Push(input);
        }

        return [.. actions.Where(needed.Contains)];
    }
}
