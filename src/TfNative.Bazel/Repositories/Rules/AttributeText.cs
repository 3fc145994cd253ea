using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Reads attributes that a project file gives as text: lists with ';' between their elements, dictionaries as "key=value;...".</summary>
internal static class AttributeText
{
    /// <returns>The value as Starlark code would give it.</returns>
    public static Value Parse(AttributeType type, string text) => type switch
    {
        AttributeType.Boolean or AttributeType.Tristate => text.Trim().ToUpperInvariant() is "TRUE" or "1" or "YES",
        AttributeType.Integer => long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out long number) ? number : text,
        AttributeType.StringList or AttributeType.LabelList or AttributeType.OutputList => StarlarkList.OfStrings(Split(text)),
        AttributeType.IntegerList => new StarlarkList(Split(text).Select(t => Parse(AttributeType.Integer, t))),
        AttributeType.StringDict or AttributeType.LabelKeyedStringDict or AttributeType.StringKeyedLabelDict => Dict(text, value => value),
        AttributeType.StringListDict => Dict(text, value => StarlarkList.OfStrings(value.Split(','))),
        _ => text,
    };

    private static string[] Split(string text) => text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static StarlarkDict Dict(string text, Func<string, Value> value)
    {
        var dict = new StarlarkDict();
        foreach (string entry in Split(text))
        {
            int equals = entry.IndexOf('=', StringComparison.Ordinal);
            dict[equals < 0 ? entry : entry[..equals]] = value(equals < 0 ? "" : entry[(equals + 1)..]);
        }

        return dict;
    }
}
