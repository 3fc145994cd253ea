using Microsoft.Build.Framework;

namespace TfNative.Tasks.Parameters;

/// <summary>Metadata that holds a list, separated by semicolons as MSBuild's lists are, with line breaks between.</summary>
internal static class ListMetadata
{
    public static IReadOnlyList<string> Read(ITaskItem item, string name) =>
        item.GetMetadata(name).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
