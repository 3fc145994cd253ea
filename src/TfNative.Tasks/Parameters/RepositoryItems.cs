using System.Globalization;
using Microsoft.Build.Framework;
using TfNative.Bazel;

namespace TfNative.Tasks.Parameters;

/// <summary>BazelRepository items: where a repository's files are and what is laid over them.</summary>
internal static class RepositoryItems
{
    /// <param name="items">The items; of several with one name the last wins.</param>
    /// <param name="projectDirectory">What relative paths are relative to.</param>
    /// <exception cref="TaskParameterException">TFN4014, TFN4015: an item says too little, or no number where one belongs.</exception>
    public static IReadOnlyList<RepositoryDeclaration> Read(IEnumerable<ITaskItem> items, string projectDirectory)
    {
        var result = new Dictionary<string, RepositoryDeclaration>(StringComparer.Ordinal);
        foreach (ITaskItem item in items)
            result[item.ItemSpec.TrimStart('@')] = Read(item, projectDirectory);
        return [.. result.Values];
    }

    private static RepositoryDeclaration Read(ITaskItem item, string projectDirectory)
    {
        string path = item.GetMetadata("Path");
        string rule = item.GetMetadata("Rule");
        if (path.Length == 0 && rule.Length == 0)
            throw TaskErrors.EmptyRepository(item);
        return new()
        {
            Name = item.ItemSpec.TrimStart('@'),
            Path = path.Length == 0 ? null : Path.GetFullPath(path, projectDirectory),
            BuildFile = item.GetMetadata("BuildFile") is { Length: > 0 } buildFile ? FileOrLabel(buildFile, projectDirectory) : null,
            LinkFiles = [.. ListMetadata.Read(item, "LinkFiles").Select(link => LinkFile(link, projectDirectory))],
            Patches = [.. ListMetadata.Read(item, "Patches").Select(patch => FileOrLabel(patch, projectDirectory))],
            PatchStrip = PatchStrip(item),
            Rule = rule.Length == 0 ? null : rule,
            Attributes = Attributes(item),
            RepositoryMapping = ListMetadata.Read(item, "RepositoryMapping"),
            IsSystem = BooleanMetadata.Read(item, "System"),
            DeclaredIn = item.GetMetadata("DefiningProjectFullPath") is { Length: > 0 } file ? file : null,
        };
    }

    /// <summary>A name that comes several times is a list or dictionary with as many elements.</summary>
    private static Dictionary<string, string> Attributes(ITaskItem item)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string name, string? value) in ListMetadata.Read(item, "Attributes").Select(NameValueItems.Split))
            attributes[name] = attributes.TryGetValue(name, out string? before) ? $"{before};{value}" : value ?? "";
        return attributes;
    }

    private static int PatchStrip(ITaskItem item)
    {
        string text = item.GetMetadata("PatchStrip");
        if (text.Length == 0)
            return 1;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int strip)
            ? strip
            : throw TaskErrors.NotANumber("BazelRepository", "PatchStrip", item);
    }

    private static string LinkFile(string text, string projectDirectory)
    {
        (string target, string? source) = NameValueItems.Split(text);
        return source is null ? text : $"{target}={FileOrLabel(source, projectDirectory)}";
    }

    private static string FileOrLabel(string text, string projectDirectory) =>
        text.StartsWith("//", StringComparison.Ordinal) || text.StartsWith('@') ? text : Path.GetFullPath(text, projectDirectory);
}
