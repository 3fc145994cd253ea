using System.Collections.Immutable;

namespace TfNative.Execution;

/// <summary>
/// A set of artifacts whose parts are shared: direct members and further sets, as Bazel's depset
/// (https://bazel.build/rules/lib/builtins/depset). Thousands of compiles name the same headers; flattened, their
/// lists would need gigabytes. Immutable; iteration gives every artifact once, direct members first.
/// </summary>
public sealed class ArtifactSet
{
    public static readonly ArtifactSet Empty = new([], []);

    private ArtifactSet(ImmutableArray<Artifact> direct, ImmutableArray<ArtifactSet> transitive)
    {
        Direct = direct;
        Transitive = transitive;
    }

    public ImmutableArray<Artifact> Direct { get; }

    public ImmutableArray<ArtifactSet> Transitive { get; }

    public bool IsEmpty => Direct.IsEmpty && Transitive.IsEmpty;

    /// <summary>The set of <paramref name="direct"/> and all of <paramref name="transitive"/>; empty sets are left
    /// out, and a set that would only wrap another is that other.</summary>
    public static ArtifactSet Create(IEnumerable<Artifact> direct, params IEnumerable<ArtifactSet> transitive)
    {
        ImmutableArray<Artifact> members = [.. direct];
        ImmutableArray<ArtifactSet> sets = [.. transitive.Where(set => !set.IsEmpty).Distinct()];
        return (members.Length, sets.Length) switch
        {
            (0, 0) => Empty,
            (0, 1) => sets[0],
            _ => new ArtifactSet(members, sets),
        };
    }

    /// <summary>Every artifact once. Costs as much as the set is large: not for the up-to-date check's inner loop.</summary>
    public IEnumerable<Artifact> Flatten()
    {
        var seenSets = new HashSet<ArtifactSet> { this };
        var seen = new HashSet<Artifact>();
        var pending = new Stack<ArtifactSet>();
        pending.Push(this);
        while (pending.TryPop(out ArtifactSet? set))
        {
            foreach (Artifact artifact in set.Direct)
            {
                if (seen.Add(artifact))
                    yield return artifact;
            }

            for (int i = set.Transitive.Length - 1; i >= 0; i--)
            {
                if (seenSets.Add(set.Transitive[i]))
                    pending.Push(set.Transitive[i]);
            }
        }
    }
}
