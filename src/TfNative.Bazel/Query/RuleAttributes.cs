using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>A rule's attributes as queries search and print them.</summary>
internal static class RuleAttributes
{
    public static IReadOnlyList<QueryAttribute> Of(Rule rule)
    {
        var attributes = new List<QueryAttribute>(rule.RuleClass.Attributes.Count);
        for (int i = 0; i < rule.RuleClass.Attributes.Count; i++)
        {
            AttributeSchema schema = rule.RuleClass.Attributes[i];
            object? value = schema.Name switch
            {
                "name" => rule.Name,
                "visibility" when !rule.IsExplicit(i) => VisibilityLabels(rule.Visibility),
                "generator_function" => rule.GeneratorFunction ?? "",
                "generator_name" => rule.GeneratorFunction is null ? "" : rule.Name,
                _ => rule.GetRaw(i),
            };
            attributes.Add(new(schema.Name, rule.IsExplicit(i), Parts(value, schema)));
        }

        if (TestSuites.IsSuite(rule))
            attributes.Add(new("$implicit_tests", false, [QueryAttribute.Part.Of(TestSuites.ImplicitTests(rule).ToArray())]));
        return attributes;
    }

    private static object VisibilityLabels(Visibility visibility) => visibility.IsPublic
        ? new[] { "//visibility:public" }
        : visibility.Entries.Count == 0 ? new[] { "//visibility:private" } : visibility.Entries.ToArray();

    private static IReadOnlyList<QueryAttribute.Part> Parts(object? value, AttributeSchema schema) => value is ConfigurableValue configurable
        ? [.. configurable.Parts.Select(part => PartOf(part, schema))]
        : [QueryAttribute.Part.Of(Plain(value))];

    private static QueryAttribute.Part PartOf(ConfigurablePart part, AttributeSchema schema) => part.Branches is null
        ? QueryAttribute.Part.Of(Plain(part.Plain))
        : new([.. part.Branches.Select(branch => ((Label?)branch.Key, Plain(branch.Value ?? schema.Default ?? AttributeSchema.EmptyValue(schema.Type))))]);

    // What we do not read stays as Starlark made it.
    private static object? Plain(object? value) => value is Value starlark ? starlark.IsNone ? null : starlark.ToString() : value;
}
