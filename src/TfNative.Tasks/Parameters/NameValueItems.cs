using Microsoft.Build.Framework;

namespace TfNative.Tasks.Parameters;

/// <summary>Items of the form <c>name=value</c>, or a name with metadata <c>Value</c>, as BazelDefine and BazelActionEnvironment are.</summary>
internal static class NameValueItems
{
    /// <param name="items">In the project's order: of several with one name the last wins.</param>
    /// <param name="itemType">The name of the items, for errors.</param>
    /// <exception cref="TaskParameterException">TFN4011: an item has no value.</exception>
    public static IReadOnlyDictionary<string, string> Read(IEnumerable<ITaskItem> items, string itemType)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (ITaskItem item in items)
        {
            (string name, string? value) = Split(item.ItemSpec);
            if (value is null && item.MetadataNames.Cast<string>().Contains("Value", StringComparer.OrdinalIgnoreCase))
                value = item.GetMetadata("Value");
            if (value is null || name.Length == 0)
                throw TaskErrors.NameWithoutValue(itemType, item);
            result[name] = value;
        }

        return result;
    }

    /// <summary>The text before the first '=' and the text after it; null when there is none.</summary>
    public static (string Name, string? Value) Split(string text)
    {
        int at = text.IndexOf('=', StringComparison.Ordinal);
        return at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);
    }
}
