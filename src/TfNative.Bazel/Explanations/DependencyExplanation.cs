using System.Text;

namespace TfNative.Bazel;

/// <summary>Says why a target is among what the wanted targets need: the way to it, with attributes and conditions.</summary>
internal static class DependencyExplanation
{
    /// <exception cref="BazelException">A target does not exist or cannot be loaded.</exception>
    public static string Of(string label, IReadOnlyList<string> targets, TranslationSession session, CancellationToken cancellation)
    {
        IReadOnlyList<Label> from = [.. TargetPatternExpander.ExpandAll(targets, session.Loading).Select(target => target.Label)];
        var graph = new ConfiguredGraph(session);
        var text = new StringBuilder();
        foreach (Label to in TargetPatternExpander.Expand(label, session.Loading))
        {
            IReadOnlyList<DependencyStep> way = graph.FindPath(from, to, cancellation);
            if (way.Count > 0)
                Append(text, way, session.Configuration);
            else
                AppendOtherConfigurations(text, from, to, graph, session);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, IReadOnlyList<DependencyStep> way, BuildConfiguration target)
    {
        text.Append(way[0].Label).Append('\n');
        foreach (DependencyStep step in way.Skip(1))
        {
            text.Append("  ").Append(step.Attribute ?? "made by");
            if (step.Condition is { } condition)
                text.Append(", select ").Append(condition);
            text.Append(" -> ").Append(step.Label);
            if (step.Configuration != target)
                text.Append(" (").Append(step.Configuration).Append(')');
            text.Append('\n');
        }
    }

    /// <summary>No target needs it as things are set; one might if a select chose otherwise.</summary>
    private static void AppendOtherConfigurations(
        StringBuilder text, IReadOnlyList<Label> from, Label to, ConfiguredGraph graph, TranslationSession session)
    {
        string all = string.Join(", ", from);
        IReadOnlyList<IQueryTarget> path = Query.Run(
            $"somepath(set({string.Join(' ', from.Select(label => $"'{label}'"))}), '{to}')", new PackageTargetGraph(session.Loading)).Targets;
        if (path.Count == 0)
        {
            text.Append($"{to} is not needed by {all}\n");
            return;
        }

        text.Append($"{to} is not needed by {all} in configuration {session.Configuration}; the way to it that is not taken:\n");
        text.Append(path[0].Label).Append('\n');
        for (int i = 1; i < path.Count; i++)
        {
            QueryEdge edge = path[i - 1].Edges.First(edge => edge.Target.Equals(path[i].Label));
            text.Append("  ").Append(edge.Attribute ?? "made by");
            if (edge.Attribute is not null && (path[i - 1] as PackageTarget)?.Target is Rule rule
                && graph.BranchWith(rule, edge.Attribute, edge.Target, session.Configuration) is { } branch)
            {
                string state = branch.Match is null ? "only where no other condition holds"
                    : branch.Match.Matches ? "holds" : branch.Match.Mismatch;
                text.Append($", select {branch.Condition} ({state})");
            }

            text.Append(" -> ").Append(path[i].Label).Append('\n');
        }
    }
}
