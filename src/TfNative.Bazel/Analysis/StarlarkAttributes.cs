using TfNative.Execution;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>ctx.attr, ctx.files, ctx.file and ctx.executable: a rule's attributes in the forms that Starlark code wants.</summary>
internal static class StarlarkAttributes
{
    public static StarlarkObject Attributes(RuleContext rule) => Struct(rule, _ => true, (schema, index) => schema.Type switch
    {
        // With a transition, which may split, there may be several.
        AttributeType.Label when schema.Transition == AttributeTransition.Starlark && rule.Prerequisites(index) is { Count: > 0 } targets =>
            new StarlarkList(targets.Select(t => (Value)t)),
        AttributeType.Label => rule.Prerequisites(index) is [{ } only, ..] ? only : Value.None,
        AttributeType.LabelList => new StarlarkList(rule.Prerequisites(index).Select(t => (Value)t)),
        AttributeType.LabelKeyedStringDict => Keyed(rule, schema.Name, index),
        AttributeType.StringKeyedLabelDict => Named(rule, schema.Name, index),
        _ => AttributeValues.ToStarlark(rule.GetValue(index), l => new LabelValue(l)),
    });

    /// <summary>What a transition sees: it says how dependencies are to be analysed, so that it is shown their labels
    /// (https://bazel.build/extending/config#accessing-attributes-with-transitions).</summary>
    public static StarlarkObject Unanalysed(RuleContext rule) =>
        Struct(rule, _ => true, (_, index) => AttributeValues.ToStarlark(rule.GetValue(index), l => new LabelValue(l)));

    public static StarlarkObject Files(RuleContext rule) => Struct(rule, s => s.IsLabel, (_, index) =>
        new StarlarkList(rule.Prerequisites(index).SelectMany(t => t.Files).Distinct().Select(f => (Value)rule.FileValues.Get(f))));

    public static StarlarkObject File(RuleContext rule) => Struct(rule, s => s.Type == AttributeType.Label && s.AllowSingleFile, (schema, index) =>
    {
        Artifact[] files = [.. rule.Prerequisites(index).SelectMany(t => t.Files)];
        return files.Length switch
        {
            0 => Value.None,
            1 => rule.FileValues.Get(files[0]),
            _ => throw rule.AttributeError(schema.Name, $"expected a single file, got {files.Length}"),
        };
    });

    public static StarlarkObject Executables(RuleContext rule) => Struct(rule, s => s.Type == AttributeType.Label && s.Executable, (_, index) =>
        rule.Prerequisites(index) is [{ Default.Executable: { } executable }, ..] ? rule.FileValues.Get(executable) : Value.None);

    /// <summary>ctx.split_attr: what attributes with a transition name, by the transition's keys.</summary>
    public static StarlarkObject Split(RuleContext rule) => Struct(rule, s => s.StarlarkTransition is TransitionValue, (schema, index) =>
    {
        var result = new StarlarkDict();
        IReadOnlyList<ConfiguredTarget> targets = rule.Prerequisites(index);
        IReadOnlyList<(string Key, BuildConfiguration Configuration)> parts =
            rule.Environment.Transitions.Apply((TransitionValue)schema.StarlarkTransition!, rule.Configuration, rule);
        int each = parts.Count == 0 ? 0 : targets.Count / parts.Count;
        for (int i = 0; i < parts.Count; i++)
        {
            Value key = parts[i].Key.Length == 0 ? Value.None : parts[i].Key;
            result[key] = schema.Type == AttributeType.Label
                ? each == 0 ? Value.None : targets[i * each]
                : new StarlarkList(targets.Skip(i * each).Take(each).Select(t => (Value)t));
        }

        return result;
    });

    private static StarlarkAttributeFields Struct(RuleContext rule, Func<AttributeSchema, bool> wanted, Func<AttributeSchema, int, Value> value) =>
        new(rule.Rule.RuleClass, schema => schema.Name != "visibility" && wanted(schema), value);

    private static StarlarkDict Keyed(RuleContext rule, string name, int index)
    {
        var result = new StarlarkDict();
        foreach ((KeyValuePair<Label, string> entry, ConfiguredTarget target) in rule.Get<OrderedDictionary<Label, string>>(name)!.Zip(rule.Prerequisites(index)))
            result[target] = entry.Value;
        return result;
    }

    private static StarlarkDict Named(RuleContext rule, string name, int index)
    {
        var result = new StarlarkDict();
        foreach ((KeyValuePair<string, Label> entry, ConfiguredTarget target) in rule.Get<OrderedDictionary<string, Label>>(name)!.Zip(rule.Prerequisites(index)))
            result[entry.Key] = target;
        return result;
    }
}
