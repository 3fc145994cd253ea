using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Gives attributes their values in a configuration: chooses the branches of selects and joins the parts.</summary>
internal sealed class AttributeResolver
{
    private static readonly Label Default = Label.Parse(ConfigurablePart.DefaultCondition, PackageId.MainRoot);

    /// <summary>Set once, as conditions are themselves rules with attributes.</summary>
    public ConditionEvaluator Conditions { get; set; } = null!;

    /// <summary>An evaluation for functions that give defaults.</summary>
    public Func<StarlarkThread> CreateThread { get; init; } = () => new StarlarkThread();

    public T? Get<T>(Rule rule, string attribute, BuildConfiguration configuration)
    {
        if (!rule.RuleClass.TryGetAttribute(attribute, out int index))
            return default;
        object? value = Get(rule, index, configuration);
        return value is null ? default : (T)value;
    }

    /// <exception cref="BazelException">A select without a match, or with two that neither is more specific.</exception>
    public object? Get(Rule rule, int index, BuildConfiguration configuration)
    {
        AttributeSchema schema = rule.RuleClass.Attributes[index];
        if (!schema.ComputedDefault.IsUnbound && !rule.IsExplicit(index))
            return Compute(rule, schema, configuration);
        object? raw = rule.GetRaw(index);
        return raw is ConfigurableValue configurable
            ? Resolve(configurable, rule, schema, configuration)
            : raw;
    }

    private object? Compute(Rule rule, AttributeSchema schema, BuildConfiguration configuration)
    {
        if (schema.ComputedDefault.As<ConfigurationField>() is { } field)
            return LateBoundDefaults.Get(field, configuration.Options);
        // The function's parameters are named after the attributes that it reads.
        StarlarkFunction function = schema.ComputedDefault.As<StarlarkFunction>()!;
        (string, Value)[] arguments = [.. function.Parameters.Where(p => rule.RuleClass.TryGetAttribute(p.Name, out _)).Select(p =>
            (p.Name, AttributeValues.ToStarlark(Get<object>(rule, p.Name, configuration), l => new LabelValue(l))))];
        Value value = CreateThread().Call(function, [], arguments);
        return value.IsNone
            ? AttributeSchema.EmptyValue(schema.Type)
            : AttributeConverter.Convert(schema.Type, value, rule.Package.Labels, () => $"the computed default of '{schema.Name}'");
    }

    private object? Resolve(ConfigurableValue value, Rule rule, AttributeSchema schema, BuildConfiguration configuration)
    {
        object? joined = null;
        bool first = true;
        foreach (ConfigurablePart part in value.Parts)
        {
            object? next = part.Branches is null ? part.Plain : Choose(part, rule, schema, configuration);
            next ??= schema.Default ?? AttributeSchema.EmptyValue(schema.Type);
            joined = first ? next : Join(joined, next);
            first = false;
        }

        return joined;
    }

    private object? Choose(ConfigurablePart part, Rule rule, AttributeSchema schema, BuildConfiguration configuration)
    {
        List<(Label Condition, object? Value, ConditionMatch Match)> matching = [];
        List<string> tried = [];
        object? fallback = null;
        bool hasFallback = false;
        foreach ((Label condition, object? branch) in part.Branches!)
        {
            if (condition.Equals(Default) || condition.Package.Path == "conditions" && condition.Name == "default")
            {
                fallback = branch;
                hasFallback = true;
                continue;
            }

            ConditionMatch match;
            try
            {
                match = Conditions.Evaluate(condition, configuration);
            }
            catch (BazelException e)
            {
                throw e.At(rule.Location, rule.Label);
            }

            if (match.Matches)
                matching.Add((condition, branch, match));
            else
                tried.Add($"  {condition}: {match.Mismatch}");
        }

        if (matching.Count == 0)
            return hasFallback ? fallback : throw WithoutMatch(part, rule, schema, configuration, tried);
        return MostSpecific(matching, rule, schema);
    }

    private static object? MostSpecific(List<(Label Condition, object? Value, ConditionMatch Match)> matching, Rule rule, AttributeSchema schema)
    {
        var best = matching.Where(m => !matching.Any(o => o.Match != m.Match && o.Match.Settings.IsProperSupersetOf(m.Match.Settings))).ToList();
        object? value = best[0].Value;
        if (best.Count > 1 && !best.TrueForAll(b => Same(b.Value, value)))
        {
            throw new BazelException(
                BazelErrorCode.SelectAmbiguous,
                $"{rule.Label}: select() in attribute \"{schema.Name}\" has several matches, none more specific than the others: "
                + string.Join(", ", best.Select(b => b.Condition)),
                rule.Location, rule.Label);
        }

        return value;
    }

    private static bool Same(object? a, object? b) => (a, b) switch
    {
        (Array x, Array y) => x.Cast<object>().SequenceEqual(y.Cast<object>()),
        _ => Equals(a, b),
    };

    private static BazelException WithoutMatch(ConfigurablePart part, Rule rule, AttributeSchema schema, BuildConfiguration configuration, List<string> tried) => new(
        BazelErrorCode.SelectWithoutMatch,
        $"{rule.Label}: configurable attribute \"{schema.Name}\" has no matching condition in configuration {configuration}"
        + (part.NoMatchError.Length > 0 ? $": {part.NoMatchError}" : "")
        + ". Conditions tried:\n" + string.Join('\n', tried)
        + $"\nadd a branch \"{ConfigurablePart.DefaultCondition}\" or set one of these",
        rule.Location, rule.Label);

    private static object? Join(object? a, object? b) => (a, b) switch
    {
        (string x, string y) => x + y,
        (string[] x, string[] y) => (string[])[.. x, .. y],
        (Label[] x, Label[] y) => (Label[])[.. x, .. y],
        (int[] x, int[] y) => (int[])[.. x, .. y],
        (OrderedDictionary<string, string> x, OrderedDictionary<string, string> y) => Merge(x, y),
        (OrderedDictionary<string, string[]> x, OrderedDictionary<string, string[]> y) => Merge(x, y),
        (OrderedDictionary<Label, string> x, OrderedDictionary<Label, string> y) => Merge(x, y),
        (OrderedDictionary<string, Label> x, OrderedDictionary<string, Label> y) => Merge(x, y),
        _ => b,
    };

    private static OrderedDictionary<TKey, TValue> Merge<TKey, TValue>(OrderedDictionary<TKey, TValue> a, OrderedDictionary<TKey, TValue> b)
        where TKey : notnull
    {
        var joined = new OrderedDictionary<TKey, TValue>(a);
        foreach ((TKey key, TValue value) in b)
            joined[key] = value;
        return joined;
    }
}
