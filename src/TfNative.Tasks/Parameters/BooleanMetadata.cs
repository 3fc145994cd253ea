using Microsoft.Build.Framework;

namespace TfNative.Tasks.Parameters;

/// <summary>Metadata that is true or false.</summary>
internal static class BooleanMetadata
{
    /// <summary>False where the item does not have it.</summary>
    /// <exception cref="TaskParameterException">TFN4013: neither true nor false.</exception>
    public static bool Read(ITaskItem item, string name)
    {
        string text = item.GetMetadata(name);
        if (text.Length == 0)
            return false;
        return bool.TryParse(text, out bool value) ? value : throw TaskErrors.UnknownValue($"{name} of {item.ItemSpec}", text, "true or false");
    }
}
