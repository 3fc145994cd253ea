using System.Collections;
using System.Globalization;

namespace TfNative.Bazel;

/// <summary>Writes attribute values as <c>attr()</c> searches them and as BUILD files have them.</summary>
/// <remarks>Bazel 7, AttrFunction.java and BuildOutputFormatter.java.</remarks>
internal static class QueryValue
{
    /// <summary>The text of values that a <c>+</c> joins: lists become one list.</summary>
    public static string TextOfSum(IReadOnlyList<object?> values)
    {
        if (values.Count == 1)
            return TextOf(values[0]);
        return values.Any(value => value is IEnumerable and not string)
            ? TextOf(values.OfType<IEnumerable>().SelectMany(list => list.Cast<object?>()).ToArray())
            : string.Concat(values.Select(TextOf));
    }

    public static string CodeOf(object? value) => value switch
    {
        null => "None",
        string text => Quote(text),
        Label label => Quote(label.ToString()),
        bool truth => truth ? "True" : "False",
        IDictionary dictionary => "{" + string.Join(", ", Entries(dictionary).Select(e => $"{CodeOf(e.Key)}: {CodeOf(e.Value)}")) + "}",
        IEnumerable list => "[" + string.Join(", ", list.Cast<object?>().Select(CodeOf)) + "]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    public static IEnumerable<Label> LabelsOf(object? value) => Leaves(value).OfType<Label>();

    public static IEnumerable<string> StringsOf(object? value) => Leaves(value).OfType<string>();

    public static string TextOf(object? value) => value switch
    {
        null => "",
        bool truth => truth ? "1" : "0",
        string or Label => value.ToString()!,
        IDictionary dictionary => "{" + string.Join(", ", Entries(dictionary).Select(e => $"{TextOf(e.Key)}={TextOf(e.Value)}")) + "}",
        IEnumerable list => "[" + string.Join(", ", list.Cast<object?>().Select(TextOf)) + "]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static IEnumerable<object> Leaves(object? value) => value switch
    {
        null => [],
        string or Label => [value],
        IDictionary dictionary => Entries(dictionary).SelectMany(e => Leaves(e.Key).Concat(Leaves(e.Value))),
        IEnumerable list => list.Cast<object?>().SelectMany(Leaves),
        _ => [value],
    };

    private static IEnumerable<DictionaryEntry> Entries(IDictionary dictionary)
    {
        IDictionaryEnumerator entries = dictionary.GetEnumerator();
        while (entries.MoveNext())
            yield return entries.Entry;
    }

    private static string Quote(string text) => "\"" + text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\r", "\\r", StringComparison.Ordinal)
        .Replace("\t", "\\t", StringComparison.Ordinal) + "\"";
}
