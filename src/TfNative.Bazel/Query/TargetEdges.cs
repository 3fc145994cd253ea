namespace TfNative.Bazel;

/// <summary>
/// What a target depends on as its BUILD file has it: all branches of selects and their conditions, and package groups in
/// visibility.
/// </summary>
/// <remarks>Bazel 7, LabelVisitationUtils.java, AggregatingAttributeMapper.java, ConservativeAspectResolver.java.</remarks>
internal static class TargetEdges
{
    public static IReadOnlyList<QueryEdge> Of(Target target)
    {
        var edges = new List<QueryEdge>();
        switch (target)
        {
            case Rule rule:
                AddVisibility(edges, rule.Visibility, "visibility", rule.IsExplicit("visibility") ? QueryEdgeKind.Nodep : QueryEdgeKind.Nodep | QueryEdgeKind.Implicit);
                AddAttributes(edges, rule);
                if (TestSuites.IsSuite(rule))
                    edges.AddRange(TestSuites.ImplicitTests(rule).Select(test => new QueryEdge(test, "$implicit_tests", QueryEdgeKind.Implicit)));
                break;
            case OutputFile output:
                edges.Add(new(output.Generator.Label, null));
                AddVisibility(edges, output.Generator.Visibility, null, QueryEdgeKind.None);
                break;
            case PackageGroup group:
                edges.AddRange(group.Includes.Select(include => new QueryEdge(include, null)));
                break;
            case EnvironmentGroup group:
                edges.AddRange(group.Environments.Select(environment => new QueryEdge(environment, null)));
                break;
            default:
                AddVisibility(edges, VisibilityMatcher.Of(target), null, QueryEdgeKind.None);
                break;
        }

        return edges;
    }

    /// <summary>Entries that name packages themselves are no targets.</summary>
    private static void AddVisibility(List<QueryEdge> edges, Visibility visibility, string? attribute, QueryEdgeKind kind)
    {
        foreach (Label entry in visibility.Entries)
        {
            if (entry.Name is not ("__pkg__" or "__subpackages__"))
                edges.Add(new(entry, attribute, kind));
        }
    }

    private static void AddAttributes(List<QueryEdge> edges, Rule rule)
    {
        IReadOnlyList<AttributeSchema> attributes = rule.RuleClass.Attributes;
        for (int i = 0; i < attributes.Count; i++)
        {
            AttributeSchema schema = attributes[i];
            bool isExplicit = rule.IsExplicit(i);
            // A plain value of another type names no labels, nor does a default that is empty.
            if (schema.IsOutput || schema.IsNodep || schema.Name == "visibility")
                continue;
            object? value = rule.GetRaw(i);
            if (schema.IsLabel || value is ConfigurableValue)
            {
                QueryEdgeKind kind = (isExplicit ? QueryEdgeKind.None : QueryEdgeKind.Implicit)
                    | (schema.IsLabel && (schema.IsTool || schema.Transition == AttributeTransition.Exec) ? QueryEdgeKind.Tool : QueryEdgeKind.None);
                AddValue(edges, value, schema, kind);
            }

            foreach (StarlarkAspect aspect in schema.Aspects.OfType<StarlarkAspect>())
                AddAspect(edges, aspect);
        }
    }

    private static void AddValue(List<QueryEdge> edges, object? value, AttributeSchema schema, QueryEdgeKind kind)
    {
        if (value is not ConfigurableValue configurable)
        {
            AddLabels(edges, value, schema, kind);
            return;
        }

        foreach (ConfigurablePart part in configurable.Parts)
        {
            if (part.Branches is null)
            {
                AddLabels(edges, part.Plain, schema, kind);
                continue;
            }

            foreach ((Label condition, object? branch) in part.Branches)
            {
                if (!ConfigurablePart.IsDefault(condition))
                    edges.Add(new(condition, schema.Name, kind));
                AddLabels(edges, branch ?? schema.Default, schema, kind);
            }
        }
    }

    private static void AddLabels(List<QueryEdge> edges, object? value, AttributeSchema schema, QueryEdgeKind kind)
    {
        foreach (Label label in AttributeLabels.Of(value, includeConditions: false))
            edges.Add(new(label, schema.Name, kind));
    }

    /// <summary>The tools that an aspect brings, wherever it may be applied.</summary>
    private static void AddAspect(List<QueryEdge> edges, StarlarkAspect aspect)
    {
        foreach (AttributeSchema schema in aspect.Attributes.Where(attribute => attribute.IsLabel))
        {
            QueryEdgeKind tool = schema.Transition == AttributeTransition.Exec ? QueryEdgeKind.Tool : QueryEdgeKind.None;
            AddLabels(edges, schema.Default, schema, QueryEdgeKind.Implicit | tool);
        }
    }
}
