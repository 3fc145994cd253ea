namespace TfNative.Bazel;

/// <summary>Lists the labels that an attribute's value mentions, in all branches of its selects.</summary>
internal static class AttributeLabels
{
    /// <param name="includeConditions">Also the labels of select() conditions.</param>
    public static IEnumerable<Label> Of(object? value, bool includeConditions)
    {
        switch (value)
        {
            case Label one:
                return [one];
            case Label[] many:
                return many;
            case OrderedDictionary<Label, string> keyed:
                return keyed.Keys;
            case OrderedDictionary<string, Label> named:
                return named.Values;
            case ConfigurableValue configurable:
                return OfParts(configurable, includeConditions);
            default:
                return [];
        }
    }

    /// <summary>A label that a list names twice whatever the configuration is: outside of selects, or in one branch of one.</summary>
    /// <remarks>RuleClass.java, checkForDuplicateLabels.</remarks>
    public static Label? Duplicate(AttributeSchema schema, object? value)
    {
        if (schema.Type != AttributeType.LabelList || schema.IsNodep || schema.Name == "visibility")
            return null;
        if (value is not ConfigurableValue configurable)
            return Twice((Label[]?)value ?? []);
        return Twice([.. configurable.Parts.Where(p => p.Branches is null).SelectMany(p => (Label[])p.Plain!)])
            ?? configurable.Parts.SelectMany(p => p.Branches ?? []).Select(b => Twice((Label[]?)b.Value ?? [])).FirstOrDefault(l => l is not null);

        static Label? Twice(Label[] labels)
        {
            if (labels.Length < 2)
                return null;
            var seen = new HashSet<Label>();
            return Array.Find(labels, label => !seen.Add(label));
        }
    }

    private static IEnumerable<Label> OfParts(ConfigurableValue value, bool includeConditions)
    {
        foreach (ConfigurablePart part in value.Parts)
        {
            foreach (Label label in Of(part.Plain, includeConditions))
                yield return label;
            if (part.Branches is null)
                continue;
            foreach ((Label condition, object? branch) in part.Branches)
            {
                if (includeConditions)
                    yield return condition;
                foreach (Label label in Of(branch, includeConditions))
                    yield return label;
            }
        }
    }
}
