using System.Text;

namespace TfNative.Execution;

/// <summary>
/// Makes its only output, a folder, hold symbolic links and empty files at given places (Bazel's SymlinkTreeAction.java).
/// It needs no inputs: links stay right whatever their targets hold; those that follow them have the targets as inputs.
/// </summary>
public sealed class SymlinkTreeAction : BuildAction
{
    /// <summary>Paths below the output to the exec path that the link leads to; null for an empty file.</summary>
    public required IReadOnlyList<KeyValuePair<string, string?>> Entries { get; init; }

    /// <summary>Name of a file in the folder that lists the entries; null for none.</summary>
    public string? Manifest { get; init; }

    /// <summary>The list: a line for each entry, sorted, with the path that it leads to (SourceManifestAction.java).</summary>
    /// <param name="fullPath">Makes exec paths absolute.</param>
    internal string ManifestText(Func<string, string> fullPath)
    {
        var text = new StringBuilder();
        foreach ((string path, string? target) in Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            string leadsTo = target is null ? "" : fullPath(target);
            // A line that starts with a space has its special characters escaped.
            bool escaped = path.AsSpan().IndexOfAny(" \n") >= 0 || leadsTo.Contains('\n');
            text.Append(escaped ? $" {Escape(path).Replace(" ", "\\s", StringComparison.Ordinal)} {Escape(leadsTo)}\n" : $"{path} {leadsTo}\n");
        }

        return text.ToString();
    }

    private static string Escape(string path) => path.Replace("\\", "\\b", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
