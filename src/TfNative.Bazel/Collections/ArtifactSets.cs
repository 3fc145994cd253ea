using System.Runtime.CompilerServices;
using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>Gives nested sets of artifacts the form that actions take, shared parts staying shared.</summary>
internal static class ArtifactSets
{
    private static readonly ConditionalWeakTable<NestedSet<Artifact>, ArtifactSet> Known = [];

    public static ArtifactSet Of(NestedSet<Artifact> set)
    {
        if (set.IsEmpty)
            return ArtifactSet.Empty;
        if (Known.TryGetValue(set, out ArtifactSet? known))
            return known;
        ArtifactSet made = ArtifactSet.Create(set.Direct, set.Transitive.Select(Of));
        Known.AddOrUpdate(set, made);
        return made;
    }
}
