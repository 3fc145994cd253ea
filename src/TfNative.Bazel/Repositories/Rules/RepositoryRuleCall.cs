using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>A call of a repository rule: what a WORKSPACE file would make one with.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Attributes">Converted values by name; those that are not given have none.</param>
/// <param name="Mapping">repo_mapping: names that the repository's files use for others, to real names.</param>
internal sealed record RepositoryRuleCall(
    StarlarkRepositoryRule Rule, IReadOnlyDictionary<string, object?> Attributes, IReadOnlyDictionary<string, string> Mapping)
{
    /// <summary>From the arguments of a call in Starlark, whose labels are those of the main repository.</summary>
    public static RepositoryRuleCall Of(StarlarkRepositoryRule rule, IEnumerable<(string Name, Value Value)> arguments, LabelConverter labels)
    {
        var attributes = new Dictionary<string, object?>(StringComparer.Ordinal);
        var mapping = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string name, Value value) in arguments)
        {
            if (name == "repo_mapping" && value.As<StarlarkDict>() is { } dict)
            {
                foreach ((Value from, Value to) in dict)
                    mapping[from.ToString().TrimStart('@')] = to.ToString().TrimStart('@');
            }
            else if (name != "name" && !value.IsNone)
            {
                attributes[name] = AttributeConverter.Convert(rule.GetAttribute(name).Type, value, labels, () => $"attribute '{name}' of repository rule {rule.Name}");
            }
        }

        return new(rule, attributes, mapping);
    }

    /// <summary>What ctx.attr is: each attribute that the rule declares, with its value or default.</summary>
    /// <exception cref="BazelException"><see cref="BazelErrorCode.MissingAttribute"/>.</exception>
    public StructValue ToStarlark(string repository)
    {
        var fields = new List<KeyValuePair<string, Value>> { new("name", repository) };
        foreach ((string name, AttributeDescriptor descriptor) in Rule.Attributes)
        {
            AttributeSchema schema = descriptor.Schema;
            if (schema.Mandatory && !Attributes.ContainsKey(name))
            {
                throw new BazelException(
                    BazelErrorCode.MissingAttribute, $"@{repository}: missing value for mandatory attribute '{name}' of repository rule {Rule.Name}");
            }

            object? value = Attributes.TryGetValue(name, out object? given) ? given : schema.Default ?? AttributeSchema.EmptyValue(schema.Type);
            fields.Add(new(name, AttributeValues.ToStarlark(value, label => new LabelValue(label))));
        }

        return new(fields);
    }
}
