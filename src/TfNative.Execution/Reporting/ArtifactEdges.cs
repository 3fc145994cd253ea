using System.Collections;

namespace TfNative.Execution;

/// <summary>Which targets read what other targets make. The shared sets of inputs are looked into once: what each leads to
/// is kept as a bit per target.</summary>
internal sealed class ArtifactEdges(NameTable targets)
{
    private readonly Dictionary<ArtifactSet, BitArray> _sets = new(ReferenceEqualityComparer.Instance);

    public HashSet<(int From, int To)> Of(List<BuildAction> actions)
    {
        var needed = new Dictionary<int, BitArray>();
        foreach (BuildAction action in actions)
        {
            int from = targets.Add(action.Owner);
            if (!needed.TryGetValue(from, out BitArray? bits))
                needed.Add(from, bits = new BitArray(targets.Names.Count));
            Mark(bits, action.Inputs);
            if (action is SpawnAction spawn)
                Mark(bits, spawn.Tools);
            foreach (ArtifactSet set in action.InputSets)
                bits.Or(Of(set));
        }

        var edges = new HashSet<(int, int)>();
        foreach ((int from, BitArray bits) in needed)
        {
            for (int to = 0; to < bits.Length; to++)
            {
                if (bits[to] && to != from)
                    edges.Add((from, to));
            }
        }

        return edges;
    }

    /// <summary>With a stack of its own: sets may be chains.</summary>
    private BitArray Of(ArtifactSet top)
    {
        var pending = new Stack<ArtifactSet>([top]);
        while (pending.TryPeek(out ArtifactSet? set))
        {
            int depth = pending.Count;
            foreach (ArtifactSet part in set.Transitive)
            {
                if (!_sets.ContainsKey(part))
                    pending.Push(part);
            }

            if (pending.Count > depth)
                continue;
            pending.Pop();
            if (_sets.ContainsKey(set))
                continue;
            var bits = new BitArray(targets.Names.Count);
            Mark(bits, set.Direct);
            foreach (ArtifactSet part in set.Transitive)
                bits.Or(_sets[part]);
            _sets.Add(set, bits);
        }

        return _sets[top];
    }

    private void Mark(BitArray bits, IEnumerable<Artifact> artifacts)
    {
        foreach (Artifact artifact in artifacts)
        {
            if (artifact.Generator is { } generator)
                bits[targets.Add(generator.Owner)] = true;
        }
    }
}
