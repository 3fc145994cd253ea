namespace TfNative.Bazel;

/// <summary>What the conditions of one select() say in a configuration, and which branch they choose.</summary>
/// <param name="Part">The select.</param>
/// <param name="Matches">For each branch, what its condition says; null for the default.</param>
/// <param name="Chosen">The branch that is taken; -1: none holds and there is no default.</param>
/// <param name="Rivals">Branches that hold, none of them more specific than the others; one of them mostly.</param>
internal sealed record SelectChoice(ConfigurablePart Part, IReadOnlyList<ConditionMatch?> Matches, int Chosen, IReadOnlyList<int> Rivals)
{
    public KeyValuePair<Label, object?> Branch => Part.Branches![Chosen];

    /// <summary>Whether several branches hold that say different things.</summary>
    public bool IsAmbiguous => Rivals.Count > 1 && Rivals.Any(rival => !Same(Part.Branches![rival].Value, Branch.Value));

    /// <param name="part">The select.</param>
    /// <param name="evaluate">What a condition says.</param>
    /// <remarks>https://bazel.build/reference/be/functions#select: the most specific of the conditions that hold.</remarks>
    public static SelectChoice Make(ConfigurablePart part, Func<Label, ConditionMatch> evaluate)
    {
        var matches = new ConditionMatch?[part.Branches!.Count];
        int fallback = -1;
        List<int> holding = [];
        for (int i = 0; i < matches.Length; i++)
        {
            Label condition = part.Branches[i].Key;
            if (ConfigurablePart.IsDefault(condition))
            {
                fallback = i;
                continue;
            }

            matches[i] = evaluate(condition);
            if (matches[i]!.Matches)
                holding.Add(i);
        }

        if (holding.Count == 0)
            return new(part, matches, fallback, []);
        List<int> rivals = holding.Count == 1 ? holding
            : holding.FindAll(i => !holding.Exists(other => matches[other]!.Settings.IsProperSupersetOf(matches[i]!.Settings)));
        return new(part, matches, rivals[0], rivals);
    }

    private static bool Same(object? a, object? b) => (a, b) switch
    {
        (Array x, Array y) => x.Cast<object>().SequenceEqual(y.Cast<object>()),
        _ => Equals(a, b),
    };
}
