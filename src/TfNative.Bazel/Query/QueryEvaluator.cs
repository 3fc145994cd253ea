namespace TfNative.Bazel;

/// <summary>Answers one query.</summary>
internal sealed class QueryEvaluator(string text, ITargetGraph graph, QueryOptions options)
{
    private readonly Dictionary<Label, IReadOnlyList<IQueryTarget>> dependencies = [];

    public string Text { get; } = text;

    public ITargetGraph Graph { get; } = graph;

    public QueryOptions Options { get; } = options;

    /// <summary>What a target depends on directly, as far as the options want to know.</summary>
    public IReadOnlyList<IQueryTarget> Dependencies(IQueryTarget target)
    {
        if (dependencies.TryGetValue(target.Label, out IReadOnlyList<IQueryTarget>? known))
            return known;
        var seen = new HashSet<Label>();
        var found = new List<IQueryTarget>();
        foreach (QueryEdge edge in target.Edges)
        {
            if ((edge.Kind & Options.Left) == 0 && seen.Add(edge.Target))
                found.Add(Graph.GetTarget(edge.Target));
        }

        dependencies.Add(target.Label, found);
        return found;
    }

    /// <summary>The targets and all that they depend on, over at most <paramref name="depth"/> edges.</summary>
    public TargetSet Closure(IEnumerable<IQueryTarget> targets, int? depth = null) =>
        Reach(targets, Dependencies, depth, LoadAhead);

    private void LoadAhead(List<IQueryTarget> targets) => Graph.LoadAhead(
        targets.SelectMany(target => target.Edges).Where(edge => (edge.Kind & Options.Left) == 0).Select(edge => edge.Target.Package).Distinct());

    /// <summary>The targets and all that is reached from them over at most <paramref name="depth"/> edges.</summary>
    public static TargetSet Reach(
        IEnumerable<IQueryTarget> targets, Func<IQueryTarget, IEnumerable<IQueryTarget>> edges, int? depth = null,
        Action<List<IQueryTarget>>? beforeLevel = null)
    {
        var reached = new TargetSet(targets);
        List<IQueryTarget> edge = [.. reached];
        for (int level = 0; edge.Count > 0 && level < (depth ?? int.MaxValue); level++)
        {
            beforeLevel?.Invoke(edge);
            var next = new List<IQueryTarget>();
            foreach (IQueryTarget target in edge)
                next.AddRange(edges(target).Where(reached.Add));
            edge = next;
        }

        return reached;
    }

    /// <summary>For each of the targets, those among them that depend on it directly.</summary>
    public Func<IQueryTarget, IEnumerable<IQueryTarget>> ReverseWithin(TargetSet universe)
    {
        var dependents = new Dictionary<Label, List<IQueryTarget>>();
        foreach (IQueryTarget target in universe)
        {
            foreach (IQueryTarget dependency in Dependencies(target))
            {
                if (!dependents.TryGetValue(dependency.Label, out List<IQueryTarget>? list))
                    dependents.Add(dependency.Label, list = []);
                list.Add(target);
            }
        }

        return target => dependents.TryGetValue(target.Label, out List<IQueryTarget>? list) ? list : [];
    }

    public TargetSet Evaluate(QueryExpression expression, QueryScope? scope) => expression switch
    {
        QueryExpression.Word { Text: ['$', .. string name] } => new TargetSet(QueryScope.Find(scope, name)!),
        QueryExpression.Word word => Literal(word.Text),
        QueryExpression.Set set => new TargetSet(set.Words.SelectMany(word => Evaluate(word, scope))),
        QueryExpression.Let let => Evaluate(let.Body, new QueryScope(let.Name.Text, Evaluate(let.Value, scope), scope)),
        QueryExpression.Binary binary => Combine(binary.Operator, Evaluate(binary.Left, scope), Evaluate(binary.Right, scope)),
        QueryExpression.Call call => QueryFunction.All[call.Function].Evaluate(new QueryCall(this, call, scope)),
        _ => throw new InvalidOperationException($"unknown expression {expression}"),
    };

    /// <summary>The targets of a pattern.</summary>
    public TargetSet Literal(string pattern) => new(Graph.Resolve(Graph.ParsePattern(pattern)));

    /// <summary>The closure of the universe that the options name.</summary>
    /// <param name="function">Who asks, for the error.</param>
    /// <exception cref="QueryException">They name none.</exception>
    public TargetSet Universe(string function)
    {
        if (Options.UniverseScope.Count == 0)
        {
            throw new QueryException($"{function}() needs a universe to search: name one by QueryUniverseScope"
                + (function == "allrdeps" ? ", or write rdeps(universe, x)" : ""));
        }

        var universe = new TargetSet();
        foreach (string pattern in Options.UniverseScope)
        {
            // As on the command line: what a pattern with a minus names is taken away from what came before.
            if (pattern.StartsWith('-'))
                universe.ExceptWith(Literal(pattern[1..]));
            else
                universe.UnionWith(Literal(pattern));
        }

        return Closure(universe);
    }

    private static TargetSet Combine(QueryOperator op, TargetSet left, TargetSet right)
    {
        switch (op)
        {
            case QueryOperator.Union:
                left.UnionWith(right);
                break;
            case QueryOperator.Except:
                left.ExceptWith(right);
                break;
            default:
                left.IntersectWith(right);
                break;
        }

        return left;
    }
}
