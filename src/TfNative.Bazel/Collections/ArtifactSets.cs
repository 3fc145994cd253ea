using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>Gives nested sets of artifacts the form that actions take, shared parts staying shared.</summary>
internal static class ArtifactSets
{
    // Kept at the set itself: a weak table of so many entries costs every garbage collection a walk over all of it.
    public static ArtifactSet Of(NestedSet<Artifact> set) =>
        set.IsEmpty ? ArtifactSet.Empty : set.ActionForm ??= ArtifactSet.Create(set.Direct, set.Transitive.Select(Of));
}
