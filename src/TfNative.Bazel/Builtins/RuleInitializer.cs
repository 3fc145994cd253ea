using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>rule(initializer = f): f gets the attributes of an instance and gives those that it changes
/// (https://bazel.build/extending/macros#rule-initializers; StarlarkRuleClassFunctions.java).</summary>
/// <param name="Function">Called with the attributes that the .bzl file declares and the instance gives, by name.</param>
/// <param name="Labels">Reads labels that it gives, as seen from its file.</param>
/// <param name="Declared">The attributes that the .bzl file declares.</param>
public sealed record RuleInitializer(Value Function, LabelConverter Labels, IReadOnlySet<string> Declared)
{
    /// <returns>The instance's arguments as the function wants them.</returns>
    internal (string Name, Value Value)[] Apply(RuleClass ruleClass, StarlarkThread thread, PackageBuilder builder, ReadOnlySpan<(string Name, Value Value)> arguments)
    {
        var given = new OrderedDictionary<string, Value>(StringComparer.Ordinal);
        foreach ((string name, Value value) in arguments)
            given[name] = value;
        (string, Value)[] shown =
        [
            .. ruleClass.Attributes
                .Where(a => !a.IsPrivate && (Declared.Contains(a.Name) || a.Name == "name") && given.TryGetValue(a.Name, out Value v) && !v.IsNone)
                .Select(a => (a.Name, Lift(ruleClass, a, given[a.Name], builder.Package.Labels))),
        ];

        Value result;
        // An initializer is a function of attributes: it declares no targets.
        string? before = builder.Within;
        builder.Within = "an initializer";
        try
        {
            result = thread.Call(Function, [], shown);
        }
        finally
        {
            builder.Within = before;
        }

        if (result.IsNone)
            return [.. given.Select(g => (g.Key, g.Value))];
        StarlarkDict changes = result.As<StarlarkDict>()
            ?? throw StarlarkException.Create($"got {result.TypeName} for the initializer of {ruleClass.Name}, want a dict of attributes or None");
        foreach ((Value key, Value value) in changes)
            Change(ruleClass, builder, given, key.AsString() ?? throw StarlarkException.Create($"the initializer of {ruleClass.Name}: '{key}' is no attribute name"), value);
        return [.. given.Select(g => (g.Key, g.Value))];
    }

    private void Change(RuleClass ruleClass, PackageBuilder builder, OrderedDictionary<string, Value> given, string name, Value value)
    {
        if (name == "name")
        {
            if (value.AsString() != given.GetValueOrDefault("name").AsString())
                throw StarlarkException.Create("Initializer can't change the name of the target");
            return;
        }

        if (name.StartsWith('_'))
            throw StarlarkException.Create($"the initializer of {ruleClass.Name} cannot set the private attribute '{name}'");
        AttributeSchema? schema = ruleClass.FindAttribute(name);
        if (schema is not null && !Declared.Contains(name))
            throw StarlarkException.Create($"Initializer can only set Starlark defined attributes, not '{name}'");
        // Outputs are files of the package, whoever names them.
        given[name] = schema is null || value.IsNone ? value : Lift(ruleClass, schema, value, schema.IsOutput ? builder.Package.Labels : Labels);
    }

    /// <summary>The value with labels in place of their texts, which mean something else elsewhere.</summary>
    private static Value Lift(RuleClass ruleClass, AttributeSchema schema, Value value, LabelConverter labels) => AttributeValues.ToStarlark(
        AttributeConverter.ConvertConfigurable(schema.Type, value, labels, () => $"attribute '{schema.Name}' of '{ruleClass.Name}' rule"), label => new LabelValue(label));
}
