namespace TfNative.Bazel;

/// <summary>Features that are asked for and features that are refused (Bazel's FeatureSet.java).</summary>
/// <param name="On">Names that were given.</param>
/// <param name="Off">Names that were given with a minus.</param>
internal sealed record FeatureSet(IReadOnlyList<string> On, IReadOnlyList<string> Off)
{
    public static FeatureSet Of(IReadOnlyCollection<string> features)
    {
        string[] off = [.. features.Where(f => f.StartsWith('-')).Select(f => f[1..]).Distinct()];
        return new([.. features.Where(f => !f.StartsWith('-') && !off.Contains(f)).Distinct()], off);
    }

    /// <summary>These with others over them: what the others say of a name holds, as a target's do over its package's.</summary>
    public FeatureSet With(FeatureSet others) => new(
        [.. On.Except(others.Off).Union(others.On)],
        [.. Off.Except(others.On).Union(others.Off)]);
}
