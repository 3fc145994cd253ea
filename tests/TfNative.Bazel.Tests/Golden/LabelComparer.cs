namespace TfNative.Bazel.Tests.Golden;

/// <summary>Compares a query's answer with Bazel's, label by label.</summary>
internal static class LabelComparer
{
    /// <param name="ours">Lines of <c>--output=label_kind</c>.</param>
    /// <param name="bazel">Bazel's answer.</param>
    /// <returns>Kinds of differences are <c>missing</c>, <c>extra</c> and <c>kind</c>; the owner is the repository.</returns>
    public static IReadOnlyList<Difference> Compare(IEnumerable<string> ours, IReadOnlyList<GoldenLabels.Entry> bazel)
    {
        Dictionary<string, string> our = ours.Select(GoldenLabels.Parse).ToDictionary(e => e.Label, e => e.Kind, StringComparer.Ordinal);
        Dictionary<string, string> their = bazel.ToDictionary(e => e.Label, e => e.Kind, StringComparer.Ordinal);
        return
        [
            .. bazel.Where(e => !our.ContainsKey(e.Label)).Select(e => new Difference("missing", Repository(e.Label), e.Label, e.Kind)),
            .. our.Where(e => !their.ContainsKey(e.Key)).OrderBy(e => e.Key, StringComparer.Ordinal)
                .Select(e => new Difference("extra", Repository(e.Key), e.Key, e.Value)),
            .. bazel.Where(e => our.TryGetValue(e.Label, out string? kind) && kind != e.Kind)
                .Select(e => new Difference("kind", Repository(e.Label), e.Label, $"{our[e.Label]}, not {e.Kind}")),
        ];
    }

    private static string Repository(string label) => label[..label.IndexOf("//", StringComparison.Ordinal)] is { Length: > 0 } name ? name : "@";
}
