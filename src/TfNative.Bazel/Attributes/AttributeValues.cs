using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Gives attribute values back to Starlark code.</summary>
internal static class AttributeValues
{
    /// <param name="value">A value as <see cref="AttributeType"/> describes.</param>
    /// <param name="label">How a label is shown.</param>
    public static Value ToStarlark(object? value, Func<Label, Value> label) => value switch
    {
        null => Value.None,
        Value same => same,
        string text => text,
        bool flag => flag,
        int number => number,
        Label one => label(one),
        string[] texts => StarlarkList.OfStrings(texts),
        int[] numbers => new StarlarkList(numbers.Select(n => (Value)n)),
        Label[] labels => new StarlarkList(labels.Select(label)),
        OrderedDictionary<string, string> dict => Dict(dict, k => k, v => v),
        OrderedDictionary<string, string[]> dict => Dict(dict, k => k, v => StarlarkList.OfStrings(v)),
        OrderedDictionary<Label, string> dict => Dict(dict, label, v => v),
        OrderedDictionary<string, Label> dict => Dict(dict, k => k, label),
        ConfigurableValue configurable => new SelectorList([.. configurable.Parts.Select(p => Part(p, label))]),
        _ => Value.None,
    };

    private static Value Part(ConfigurablePart part, Func<Label, Value> label)
    {
        if (part.Branches is null)
            return ToStarlark(part.Plain, label);
        var branches = new StarlarkDict();
        foreach ((Label condition, object? branch) in part.Branches)
            branches[condition.ToString()] = ToStarlark(branch, label);
        return new SelectorValue(branches, part.NoMatchError);
    }

    private static StarlarkDict Dict<TKey, TValue>(OrderedDictionary<TKey, TValue> dict, Func<TKey, Value> key, Func<TValue, Value> value)
        where TKey : notnull
    {
        var result = new StarlarkDict(dict.Count);
        foreach ((TKey k, TValue v) in dict)
            result[key(k)] = value(v);
        return result;
    }
}
