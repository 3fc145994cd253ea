using Microsoft.Build.Framework;
using TfNative.Bazel;

namespace TfNative.Tasks.Parameters;

/// <summary>BazelOverride items: what a project changes at targets of the workspace.</summary>
internal static class OverrideItems
{
    /// <summary>The attributes that Add and Remove metadata are read for.</summary>
    private static readonly string[] Attributes = ["Deps", "Srcs", "Hdrs", "Copts", "Defines", "Linkopts", "Features", "Data"];

    private static readonly string[] Names = [.. Attributes.SelectMany(name => (string[])["Add" + name, "Remove" + name])];

    /// <exception cref="TaskParameterException">TFN401x: an item without a change, or a Replace that is not "empty"; TFN4024: metadata that
    /// is not known.</exception>
    public static IReadOnlyList<TargetOverride> Read(IEnumerable<ITaskItem> items) => [.. items.Select(Read)];

    private static TargetOverride Read(ITaskItem item)
    {
        string replace = item.GetMetadata("Replace");
        AttributeEdit[] edits =
        [
            .. Attributes.Select(name => new AttributeEdit(
                name.ToLowerInvariant(), ListMetadata.Read(item, "Remove" + name), ListMetadata.Read(item, "Add" + name)))
                .Where(edit => edit.Remove.Count + edit.Add.Count > 0),
        ];
        if (replace.Length > 0 && replace != "empty")
            throw TaskErrors.UnknownValue("Replace of BazelOverride " + item.ItemSpec, replace, "empty");
        if (item.CloneCustomMetadata().Keys.Cast<string>().FirstOrDefault(IsUnknown) is { } unknown)
            throw TaskErrors.UnknownOverride(item, unknown, Attributes);
        if (replace.Length == 0 && edits.Length == 0)
            throw TaskErrors.EmptyOverride(item, Attributes);
        return new TargetOverride { Target = item.ItemSpec, ReplaceByEmpty = replace.Length > 0, Optional = BooleanMetadata.Read(item, "Optional"), Edits = edits };
    }

    /// <summary>Metadata that nothing reads is no mistake, unless it looks like what is read.</summary>
    private static bool IsUnknown(string name) =>
        (name.StartsWith("Add", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Remove", StringComparison.OrdinalIgnoreCase))
        && !Names.Contains(name, StringComparer.OrdinalIgnoreCase);
}
