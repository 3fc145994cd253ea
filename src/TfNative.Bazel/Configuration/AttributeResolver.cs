using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Gives attributes their values in a configuration: chooses the branches of selects and joins the parts.</summary>
internal sealed class AttributeResolver
{
    /// <summary>Set once, as conditions are themselves rules with attributes.</summary>
    public ConditionEvaluator Conditions { get; set; } = null!;

    /// <summary>Holds rules to the visibility of the conditions in their selects; null: nobody does.</summary>
    public Action<Rule, Label>? CheckCondition { get; set; }

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

    /// <summary>Which branch of a select holds in a configuration.</summary>
    /// <exception cref="BazelException">A condition is none.</exception>
    public SelectChoice Decide(ConfigurablePart part, BuildConfiguration configuration) =>
        SelectChoice.Make(part, condition => Conditions.Evaluate(condition, configuration));

    private object? Choose(ConfigurablePart part, Rule rule, AttributeSchema schema, BuildConfiguration configuration)
    {
        SelectChoice choice;
        try
        {
            choice = Decide(part, configuration);
            foreach (KeyValuePair<Label, object?> branch in part.Branches!)
                CheckCondition?.Invoke(rule, branch.Key);
        }
        catch (BazelException e)
        {
            throw e.At(rule.Location, rule.Label);
        }

        if (choice.Chosen < 0)
            throw WithoutMatch(choice, rule, schema, configuration);
        return choice.IsAmbiguous ? throw Ambiguous(choice, rule, schema) : choice.Branch.Value;
    }

    private static BazelException Ambiguous(SelectChoice choice, Rule rule, AttributeSchema schema) => new(
        BazelErrorCode.SelectAmbiguous,
        $"{rule.Label}: select() in attribute \"{schema.Name}\" has several matches, none more specific than the others: "
        + string.Join(", ", choice.Rivals.Select(rival => choice.Part.Branches![rival].Key)),
        rule.Location, rule.Label);

    private static BazelException WithoutMatch(SelectChoice choice, Rule rule, AttributeSchema schema, BuildConfiguration configuration) => new(
        BazelErrorCode.SelectWithoutMatch,
        $"{rule.Label}: configurable attribute \"{schema.Name}\" has no matching condition in configuration {configuration}"
        + (choice.Part.NoMatchError.Length > 0 ? $": {choice.Part.NoMatchError}" : "")
        + ". Conditions tried:\n" + string.Join('\n', choice.Part.Branches!.Zip(choice.Matches).Select(tried => $"  {tried.First.Key}: {tried.Second!.Mismatch}"))
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
