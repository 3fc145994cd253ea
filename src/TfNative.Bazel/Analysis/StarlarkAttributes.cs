using TfNative.Execution;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>ctx.attr, ctx.files, ctx.file and ctx.executable: a rule's attributes in the forms that Starlark code wants.</summary>
internal static class StarlarkAttributes
{
    public static StructValue Attributes(RuleContext rule) => Struct(rule, _ => true, (schema, index) => schema.Type switch
    {
        AttributeType.Label => rule.Prerequisites(index) is [{ } only, ..]
            ? schema.Transition == AttributeTransition.Starlark ? new StarlarkList([(Value)only]) : only : Value.None,
        AttributeType.LabelList => new StarlarkList(rule.Prerequisites(index).Select(t => (Value)t)),
        AttributeType.LabelKeyedStringDict => Keyed(rule, schema.Name, index),
        AttributeType.StringKeyedLabelDict => Named(rule, schema.Name, index),
        _ => AttributeValues.ToStarlark(rule.GetValue(index), l => new LabelValue(l)),
    });

    public static StructValue Files(RuleContext rule) => Struct(rule, s => s.IsLabel, (_, index) =>
        new StarlarkList(rule.Prerequisites(index).SelectMany(t => t.Files).Distinct().Select(f => (Value)rule.FileValues.Get(f))));

    public static StructValue File(RuleContext rule) => Struct(rule, s => s.Type == AttributeType.Label && s.AllowSingleFile, (schema, index) =>
    {
        Artifact[] files = [.. rule.Prerequisites(index).SelectMany(t => t.Files)];
        return files.Length switch
        {
            0 => Value.None,
            1 => rule.FileValues.Get(files[0]),
            _ => throw rule.AttributeError(schema.Name, $"expected a single file, got {files.Length}"),
        };
    });

    public static StructValue Executables(RuleContext rule) => Struct(rule, s => s.Type == AttributeType.Label && s.Executable, (_, index) =>
        rule.Prerequisites(index) is [{ Default.Executable: { } executable }, ..] ? rule.FileValues.Get(executable) : Value.None);

    private static StructValue Struct(RuleContext rule, Func<AttributeSchema, bool> wanted, Func<AttributeSchema, int, Value> value)
    {
        var fields = new List<KeyValuePair<string, Value>>();
        for (int i = 0; i < rule.Rule.RuleClass.Attributes.Count; i++)
        {
            AttributeSchema schema = rule.Rule.RuleClass.Attributes[i];
            if (schema.Name != "visibility" && wanted(schema))
                fields.Add(new(schema.Name, value(schema, i)));
        }

        return new(fields);
    }

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
