using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Turns Starlark values into attribute values of a declared type (Bazel's BuildType.java).</summary>
internal static class AttributeConverter
{
    /// <summary>Converts a value that may be a select().</summary>
    /// <param name="what">How an error names it, like "attribute 'srcs' of 'cc_library' rule".</param>
    /// <exception cref="BazelException"><see cref="BazelErrorCode.WrongAttributeType"/>.</exception>
    public static object? ConvertConfigurable(AttributeType type, Value value, LabelConverter labels, Func<string> what)
    {
        if (value.As<SelectorList>() is not { } selectors)
            return Convert(type, value, labels, what);

        var parts = new ConfigurablePart[selectors.Elements.Count];
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = selectors.Elements[i].As<SelectorValue>() is { } selector
                ? ConvertSelector(type, selector, labels, what)
                : new ConfigurablePart(Convert(type, selectors.Elements[i], labels, what));
        }

        return new ConfigurableValue(parts);
    }

    public static object? Convert(AttributeType type, Value value, LabelConverter labels, Func<string> what)
    {
        switch (type)
        {
            case AttributeType.String:
                return value.TryGet(out string? text) ? text : throw Wrong(type, value, what);
            case AttributeType.StringList:
                return ConvertList(value, what, type, e => e.TryGet(out string? s) ? s : throw Wrong(AttributeType.String, e, what));
            case AttributeType.StringDict:
                return ConvertDict(value, what, type, k => Text(k, what), v => Text(v, what));
            case AttributeType.StringListDict:
                return ConvertDict(value, what, type, k => Text(k, what), v => ConvertList(v, what, type, e => Text(e, what)));
            case AttributeType.Label:
                return value.IsNone ? null : ToLabel(value, labels, what);
            case AttributeType.Output:
                return value.IsNone ? null : ToLabel(value, labels, what);
            case AttributeType.LabelList:
            case AttributeType.OutputList:
                return ConvertList(value, what, type, e => ToLabel(e, labels, what));
            case AttributeType.LabelKeyedStringDict:
                return ConvertDict(value, what, type, k => ToLabel(k, labels, what), v => Text(v, what));
            case AttributeType.StringKeyedLabelDict:
                return ConvertDict(value, what, type, k => Text(k, what), v => ToLabel(v, labels, what));
            case AttributeType.Integer:
                return value.TryGetInt(out long number) && number is >= int.MinValue and <= int.MaxValue
                    ? (int)number : throw Wrong(type, value, what);
            case AttributeType.IntegerList:
                return ConvertList(value, what, type, e => e.TryGetInt(out long n) ? (int)n : throw Wrong(AttributeType.Integer, e, what));
            case AttributeType.Boolean:
                if (value.IsBool)
                    return value.Truth;
                return value.TryGetInt(out long bit) && bit is 0 or 1 ? bit == 1 : throw Wrong(type, value, what);
            case AttributeType.Tristate:
                if (value.IsBool)
                    return value.Truth ? 1 : 0;
                return value.TryGetInt(out long state) && state is >= -1 and <= 1 ? (int)state : throw Wrong(type, value, what);
            default:
                return value;
        }
    }

    private static ConfigurablePart ConvertSelector(AttributeType type, SelectorValue selector, LabelConverter labels, Func<string> what)
    {
        var branches = new List<KeyValuePair<Label, object?>>(selector.Branches.Count);
        foreach ((Value condition, Value branch) in selector.Branches)
        {
            // A branch of None stands for the attribute's default.
            branches.Add(new(ToLabel(condition, labels, what), branch.IsNone ? null : Convert(type, branch, labels, what)));
        }

        return new ConfigurablePart(branches, selector.NoMatchError);
    }

    public static Label ToLabel(Value value, LabelConverter labels, Func<string> what)
    {
        if (value.As<LabelValue>() is { } label)
            return label.Label;
        if (!value.TryGet(out string? text))
            throw Wrong(AttributeType.Label, value, what);
        try
        {
            return labels.Convert(text);
        }
        catch (LabelSyntaxException e)
        {
            throw new BazelException(BazelErrorCode.LabelSyntax, $"invalid label '{text}' in {what()}: {e.Message}", inner: e);
        }
    }

    private static string Text(Value value, Func<string> what) =>
        value.TryGet(out string? text) ? text : throw Wrong(AttributeType.String, value, what);

    private static T[] ConvertList<T>(Value value, Func<string> what, AttributeType type, Func<Value, T> element)
    {
        if (value.As<StarlarkList>() is { } list)
        {
            if (list.Count == 0)
                return [];
            var converted = new T[list.Count];
            for (int i = 0; i < converted.Length; i++)
                converted[i] = element(list[i]);
            return converted;
        }

        if (value.As<StarlarkTuple>() is { } tuple)
        {
            var converted = new T[tuple.Count];
            for (int i = 0; i < converted.Length; i++)
                converted[i] = element(tuple[i]);
            return converted;
        }

        // Depsets are taken too, as Bazel still does (Type.java, ListType).
        return value.As<Depset>() is { } depset ? [.. depset.Elements.ToList().Select(element)] : throw Wrong(type, value, what);
    }

    private static OrderedDictionary<TKey, TValue> ConvertDict<TKey, TValue>(
        Value value, Func<string> what, AttributeType type, Func<Value, TKey> key, Func<Value, TValue> item)
        where TKey : notnull
    {
        StarlarkDict dict = value.As<StarlarkDict>() ?? throw Wrong(type, value, what);
        var converted = new OrderedDictionary<TKey, TValue>(dict.Count);
        foreach ((Value k, Value v) in dict)
            converted[key(k)] = item(v);
        return converted;
    }

    private static BazelException Wrong(AttributeType type, Value value, Func<string> what)
    {
        string shown = value.Repr();
        if (shown.Length > 120)
            shown = shown[..117] + "...";
        return new(BazelErrorCode.WrongAttributeType, $"expected value of type '{Name(type)}' for {what()}, but got {shown} ({value.TypeName})");
    }

    private static string Name(AttributeType type) => type switch
    {
        AttributeType.String => "string",
        AttributeType.StringList => "list(string)",
        AttributeType.StringDict => "dict(string, string)",
        AttributeType.StringListDict => "dict(string, list(string))",
        AttributeType.Label => "label",
        AttributeType.LabelList => "list(label)",
        AttributeType.LabelKeyedStringDict => "dict(label, string)",
        AttributeType.StringKeyedLabelDict => "dict(string, label)",
        AttributeType.Integer => "int",
        AttributeType.IntegerList => "list(int)",
        AttributeType.Boolean => "boolean",
        AttributeType.Tristate => "tristate",
        AttributeType.Output => "output",
        AttributeType.OutputList => "list(output)",
        _ => "any",
    };
}
