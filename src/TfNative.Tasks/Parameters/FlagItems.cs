using Microsoft.Build.Framework;

namespace TfNative.Tasks.Parameters;

/// <summary>BazelFlag items: what stands on Bazel's command line with two dashes, for flags that have no item of their own.</summary>
/// <remarks>A flag without a value is switched on; one that starts with "no" is switched off
/// (https://bazel.build/docs/user-manual: "Boolean options"). Those that add up when they are given several times, as
/// --features does, are given on with all their values, separated by commas.</remarks>
internal static class FlagItems
{
    private static readonly HashSet<string> Accumulating = ["features", "extra_toolchains", "target_environment"];

    public static IReadOnlyDictionary<string, string> Read(IEnumerable<ITaskItem> items)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (ITaskItem item in items)
        {
            string text = item.ItemSpec.StartsWith("--", StringComparison.Ordinal) ? item.ItemSpec[2..] : item.ItemSpec;
            (string name, string? value) = NameValueItems.Split(text);
            if (name.Length == 0)
                throw TaskErrors.NotAFlag(item);
            if (value is null)
                (name, value) = name.StartsWith("no", StringComparison.Ordinal) ? (name[2..], "false") : (name, "true");
            result[name] = Accumulating.Contains(name) && result.TryGetValue(name, out string? before) ? before + "," + value : value;
        }

        return result;
    }
}
