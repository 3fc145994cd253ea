namespace TfNative.Execution;

/// <summary>
/// The actions that may have to run: those that are stale already, and all that need their outputs. The latter are only
/// decided when those outputs are made, as they may turn out to be the same.
/// </summary>
internal sealed class BuildPlan
{
    private readonly Dictionary<BuildAction, PlanNode> _actions = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ArtifactSet, PlanNode?> _sets = new(ReferenceEqualityComparer.Instance);
    private readonly List<PlanNode> _nodes = [];

    private BuildPlan()
    {
    }

    /// <summary>Each after those that it waits for.</summary>
    public IReadOnlyList<PlanNode> Nodes => _nodes;

    public int ActionCount => _actions.Count;

    /// <param name="order">Actions, each after those that it needs.</param>
    /// <param name="isStale">Whether an action must run as things are now.</param>
    /// <param name="seconds">How long an action is expected to take.</param>
    public static BuildPlan Make(
        IEnumerable<BuildAction> order, Func<BuildAction, bool> isStale, Func<BuildAction, double> seconds)
    {
        var plan = new BuildPlan();
        foreach (BuildAction action in order)
            plan.Add(action, isStale(action));
        for (int i = plan._nodes.Count - 1; i >= 0; i--)
        {
            PlanNode node = plan._nodes[i];
            double after = node.Users.Count == 0 ? 0 : node.Users.Max(user => user.Priority);
            node.Priority = after + (node.Action is null ? 0 : seconds(node.Action));
        }

        return plan;
    }

    private void Add(BuildAction action, bool isStale)
    {
        PlanNode? node = isStale ? new PlanNode(action) : null;
        foreach (Artifact input in action.Inputs)
            Wait(ref node, action, NodeOf(input));
        foreach (Artifact tool in action is SpawnAction spawn ? spawn.Tools : [])
            Wait(ref node, action, NodeOf(tool));
        foreach (ArtifactSet set in action.InputSets)
            Wait(ref node, action, NodeOf(set));
        if (node is null)
            return;
        _actions.Add(action, node);
        _nodes.Add(node);
    }

    private PlanNode? NodeOf(Artifact artifact) =>
        artifact.Generator is { } generator ? _actions.GetValueOrDefault(generator) : null;

    /// <summary>Null when nothing in the set may change. Depth first with a stack of its own: sets may be chains.</summary>
    private PlanNode? NodeOf(ArtifactSet top)
    {
        if (_sets.TryGetValue(top, out PlanNode? known))
            return known;
        var stack = new Stack<ArtifactSet>([top]);
        while (stack.TryPeek(out ArtifactSet? set))
        {
            int depth = stack.Count;
            foreach (ArtifactSet part in set.Transitive)
            {
                if (!_sets.ContainsKey(part))
                    stack.Push(part);
            }

            if (stack.Count > depth)
                continue;
            stack.Pop();
            if (!_sets.ContainsKey(set))
                AddSet(set);
        }

        return _sets[top];
    }

    private void AddSet(ArtifactSet set)
    {
        PlanNode? node = null;
        foreach (Artifact member in set.Direct)
            Wait(ref node, null, NodeOf(member));
        foreach (ArtifactSet part in set.Transitive)
            Wait(ref node, null, _sets[part]);
        _sets.Add(set, node);
        if (node is not null)
            _nodes.Add(node);
    }

    private static void Wait(ref PlanNode? node, BuildAction? action, PlanNode? needed)
    {
        if (needed is null)
            return;
        node ??= new PlanNode(action);
        node.Pending++;
        needed.Users.Add(node);
    }
}
