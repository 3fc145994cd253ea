namespace TfNative.Bazel;

/// <summary>What targets depend on in a configuration: selects are decided, tools are built for the machine at hand.</summary>
internal sealed class ConfiguredGraph(TranslationSession session)
{
    private readonly Analyzer analyzer = new(session.Environment);

    private AnalysisEnvironment Environment => session.Environment;

    /// <summary>A shortest way from one of the targets to another one; empty where there is none.</summary>
    /// <exception cref="BazelException">Something on the way cannot be loaded.</exception>
    public IReadOnlyList<DependencyStep> FindPath(IEnumerable<Label> from, Label to, CancellationToken cancellation)
    {
        var cameFrom = new Dictionary<(Label, BuildConfiguration), (DependencyStep Step, DependencyStep? Before)>();
        var open = new Queue<DependencyStep>();
        foreach (Label label in from)
            Reach(new(label, session.Configuration, null), null);
        while (open.TryDequeue(out DependencyStep? step))
        {
            cancellation.ThrowIfCancellationRequested();
            if (step.Label.Equals(to))
                return Way(step);
            foreach (DependencyStep next in StepsOf(step))
                Reach(next, step);
        }

        return [];

        void Reach(DependencyStep step, DependencyStep? before)
        {
            if (cameFrom.TryAdd((step.Label, step.Configuration), (step, before)))
                open.Enqueue(step);
        }

        List<DependencyStep> Way(DependencyStep end)
        {
            var way = new List<DependencyStep>();
            for (DependencyStep? step = end; step is not null; step = cameFrom[(step.Label, step.Configuration)].Before)
                way.Add(step);
            way.Reverse();
            return way;
        }
    }

    /// <summary>The branch of a select in an attribute that names a label, whether it is taken or not.</summary>
    public (Label Condition, ConditionMatch? Match)? BranchWith(Rule rule, string attribute, Label label, BuildConfiguration configuration)
    {
        if (rule.GetRaw(attribute) is not ConfigurableValue value)
            return null;
        foreach (ConfigurablePart part in value.Parts.Where(part => part.Branches is not null))
        {
            for (int i = 0; i < part.Branches!.Count; i++)
            {
                if (AttributeLabels.Of(part.Branches[i].Value, includeConditions: false).Contains(label))
                    return (part.Branches[i].Key, Environment.Attributes.Decide(part, configuration).Matches[i]);
            }
        }

        return null;
    }

    private IEnumerable<DependencyStep> StepsOf(DependencyStep at)
    {
        switch (Environment.Targets.Find(at.Label))
        {
            case OutputFile output:
                return [new(output.Generator.Label, at.Configuration, null)];
            case Rule rule when TargetFinder.IsAlias(rule):
                Label actual = Environment.Targets.Actual(rule, at.Configuration);
                return [new(actual, at.Configuration, "actual", ChosenCondition(rule, "actual", actual, at.Configuration))];
            case Rule rule:
                return StepsOf(rule, at.Configuration);
            default:
                return [];
        }
    }

    private IEnumerable<DependencyStep> StepsOf(Rule rule, BuildConfiguration configuration)
    {
        if (rule.RuleClass.Transition is TransitionValue transition)
            configuration = Environment.Transitions.Apply(transition, configuration, new RuleContext(analyzer, rule, configuration))[0].Configuration;
        var context = new RuleContext(analyzer, rule, configuration);
        for (int i = 0; i < rule.RuleClass.Attributes.Count; i++)
        {
            AttributeSchema schema = rule.RuleClass.Attributes[i];
            if (!schema.IsLabel || schema.IsNodep || schema.Name is "visibility" or "applicable_licenses" or "package_metadata")
                continue;
            Label[] labels = [.. AttributeLabels.Of(context.GetValue(i), includeConditions: false)];
            foreach (BuildConfiguration ofDependency in labels.Length == 0 ? [] : context.ConfigurationsOf(schema))
            {
                foreach (Label label in labels)
                    yield return new(label, ofDependency, schema.Name, ChosenCondition(rule, schema.Name, label, configuration));
            }
        }
    }

    private Label? ChosenCondition(Rule rule, string attribute, Label label, BuildConfiguration configuration)
    {
        if (rule.GetRaw(attribute) is not ConfigurableValue value)
            return null;
        foreach (ConfigurablePart part in value.Parts.Where(part => part.Branches is not null))
        {
            SelectChoice choice = Environment.Attributes.Decide(part, configuration);
            if (choice.Chosen >= 0 && AttributeLabels.Of(choice.Branch.Value, includeConditions: false).Contains(label))
                return choice.Branch.Key;
        }

        return null;
    }
}
