namespace TfNative.Bazel.Tests.Golden;

/// <summary>
/// Of a list of all actions of a closure, those that a build of some files runs: the makers of the files, of what these
/// read, and so on.
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

    /// <summary>
    /// As <see cref="Find"/>, and all that generate sources: Bazel's list does not say which generated headers a compile
    /// reads, so their makers, which <paramref name="generators"/> are the mnemonics of, and the tools that these run
    /// would not be found.
    /// </summary>
    public static IReadOnlyList<ActionView> FindWithGenerated(
        IReadOnlyList<ActionView> actions, string[] generators, params IEnumerable<string> outputs) =>
        Find(actions, actions.Where(action => generators.Contains(action.Mnemonic)).SelectMany(action => action.Outputs).Concat(outputs));
}
