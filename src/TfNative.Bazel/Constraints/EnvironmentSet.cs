namespace TfNative.Bazel;

/// <summary>Environments with the groups that they belong to (EnvironmentCollection.java). For a group that is not in it,
/// its defaults count.</summary>
internal sealed class EnvironmentSet
{
    public static readonly EnvironmentSet Empty = new();

    private readonly OrderedDictionary<Label, EnvironmentGroup> groups = [];

    public IEnumerable<Label> Environments => groups.Keys;

    public IEnumerable<KeyValuePair<Label, EnvironmentGroup>> Grouped => groups;

    public IReadOnlyCollection<EnvironmentGroup> Groups => [.. groups.Values.Distinct()];

    public bool IsEmpty => groups.Count == 0;

    public bool Add(Label environment, EnvironmentGroup group) => groups.TryAdd(environment, group);

    public void Remove(Label environment) => groups.Remove(environment);

    public bool Contains(Label environment) => groups.ContainsKey(environment);

    public EnvironmentSet Copy()
    {
        var copy = new EnvironmentSet();
        foreach ((Label environment, EnvironmentGroup group) in groups)
            copy.Add(environment, group);
        return copy;
    }

    /// <summary>Those of <paramref name="expected"/> that these do not cover.</summary>
    /// <remarks>RuleContextConstraintSemantics.java, getUnsupportedEnvironments.</remarks>
    public IReadOnlyList<Label> Missing(EnvironmentSet expected)
    {
        var missing = new List<Label>();
        IReadOnlyCollection<EnvironmentGroup> own = Groups, wanted = expected.Groups;
        foreach ((Label environment, EnvironmentGroup group) in expected.Grouped)
        {
            Func<Label, bool> supported = own.Contains(group) ? Contains : group.Defaults.Contains;
            if (!supported(environment) && !group.FulfillersOf(environment).Any(supported))
                missing.Add(environment);
        }

        foreach (EnvironmentGroup group in own.Where(g => !wanted.Contains(g)))
            missing.AddRange(group.Defaults.Where(d => !Contains(d) && !group.FulfillersOf(d).Any(Contains)));
        return [.. missing.Distinct()];
    }
}
