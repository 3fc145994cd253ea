using System.Text;

namespace TfNative.Bazel;

/// <summary>Says for each select of a target which branch is taken, and of the others why not.</summary>
internal static class SelectExplanation
{
    /// <exception cref="BazelException">The target does not exist, or a condition is none.</exception>
    public static string Of(string label, TranslationSession session)
    {
        var text = new StringBuilder();
        foreach (Label target in TargetPatternExpander.Expand(label, session.Loading))
        {
            Rule? rule = session.Environment.Targets.Find(target) switch
            {
                Rule found => found,
                OutputFile output => output.Generator,
                _ => null,
            };
            if (rule is null || Selects(rule).Count == 0)
            {
                text.Append($"{target} has no select\n");
                continue;
            }

            Append(text, rule, session.Configuration, session.Environment.Attributes);
            if (session.Configuration.Exec != session.Configuration)
                Append(text, rule, session.Configuration.Exec, session.Environment.Attributes);
        }

        return text.ToString();
    }

    private static List<(string Attribute, ConfigurablePart Part)> Selects(Rule rule) =>
    [
        .. from schema in rule.RuleClass.Attributes
           let value = rule.GetRaw(schema.Name) as ConfigurableValue
           where value is not null
           from part in value.Parts
           where part.Branches is not null
           select (schema.Name, part),
    ];

    private static void Append(StringBuilder text, Rule rule, BuildConfiguration configuration, AttributeResolver attributes)
    {
        text.Append($"{rule.Label} ({rule.RuleClass.Name} at {rule.Location}) in configuration {configuration}\n");
        foreach ((string attribute, ConfigurablePart part) in Selects(rule))
        {
            SelectChoice choice = attributes.Decide(part, configuration);
            text.Append($"  {attribute}: select\n");
            for (int i = 0; i < part.Branches!.Count; i++)
                text.Append(Line(choice, i));
            if (choice.Chosen < 0)
                text.Append("    no condition holds, and there is no default\n");
        }
    }

    private static string Line(SelectChoice choice, int index)
    {
        (Label condition, object? value) = choice.Part.Branches![index];
        if (index == choice.Chosen && !choice.IsAmbiguous)
            return $"    taken      {condition}: {QueryValue.CodeOf(value)}\n";
        string reason = choice.Matches[index] switch
        {
            null => "a condition holds",
            { Matches: false } match => match.Mismatch,
            _ when choice.IsAmbiguous && choice.Rivals.Contains(index) => "holds, as another does that is no more specific",
            _ when choice.Rivals.Contains(index) => $"holds, with the same value as {choice.Branch.Key}",
            _ => $"holds, but {choice.Branch.Key} is more specific",
        };
        return $"    not taken  {condition}: {reason}\n";
    }
}
