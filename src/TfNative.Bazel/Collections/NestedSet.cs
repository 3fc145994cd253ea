using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>
/// A set that shares its parts with others: direct elements and transitive sets. Joining costs nothing; flattening visits
/// each shared part once. The orders are those of Bazel's NestedSet.java.
/// </summary>
public sealed class NestedSet<T>
    where T : notnull
{
    public static readonly NestedSet<T> Empty = new(NestedSetOrder.Stable, [], []);

    private readonly Lazy<T[]>? deferred;
    private readonly T[] direct;
    private IReadOnlyList<T>? flat;

    private NestedSet(NestedSetOrder order, T[] direct, NestedSet<T>[] transitive, Lazy<T[]>? deferred = null)
    {
        Order = order;
        this.direct = direct;
        Transitive = transitive;
        this.deferred = deferred;
    }

    public NestedSetOrder Order { get; }

    public T[] Direct => deferred is null ? direct : deferred.Value;

    public NestedSet<T>[] Transitive { get; }

    /// <summary>Has no part; a deferred set counts as filled.</summary>
    public bool IsEmpty => deferred is null && direct.Length == 0 && Transitive.Length == 0;

    /// <summary>A place for what others make of this set once, such as the same set in another form.</summary>
    internal object? Memo { get; set; }

    /// <summary>This set in the form that actions take; only for sets of artifacts.</summary>
    internal ArtifactSet? ActionForm { get; set; }

    public static NestedSet<T> Create(NestedSetOrder order, IEnumerable<T> direct, IEnumerable<NestedSet<T>> transitive)
    {
        T[] own = DistinctItems.Of(direct);
        NestedSet<T>[] parts = DistinctItems.Of(transitive, static part => !part.IsEmpty);
        if (own.Length == 0 && parts.Length == 0)
            return order == NestedSetOrder.Stable ? Empty : new(order, [], []);
        if (own.Length == 0 && parts.Length == 1 && (parts[0].Order == order || order == NestedSetOrder.Stable))
            return parts[0];
        return new(order, own, parts);
    }

    /// <summary>A set whose elements are made when they are first asked for.</summary>
    public static NestedSet<T> Deferred(Func<IReadOnlyList<T>> elements) =>
        new(NestedSetOrder.Stable, [], [], new Lazy<T[]>(() => [.. elements()]));

    public static NestedSet<T> Of(params IEnumerable<T> direct) => Create(NestedSetOrder.Stable, direct, []);

    /// <summary>All elements, each once, in the order of the set. The answer is kept.</summary>
    public IReadOnlyList<T> ToList() => flat ??= Flatten();

    private IReadOnlyList<T> Flatten()
    {
        if (Transitive.Length == 0)
            return Direct;
        var result = new List<T>();
        var seen = new HashSet<T>();
        var visited = new HashSet<NestedSet<T>>(ReferenceEqualityComparer.Instance);
        Visit(this, Order, result, seen, visited);
        if (Order == NestedSetOrder.Topological)
            result.Reverse();
        return result;
    }

    private static void Visit(NestedSet<T> set, NestedSetOrder order, List<T> result, HashSet<T> seen, HashSet<NestedSet<T>> visited)
    {
        if (!visited.Add(set))
            return;
        bool backwards = order == NestedSetOrder.Topological;
        if (order == NestedSetOrder.Preorder)
            AddDirect();
        for (int i = 0; i < set.Transitive.Length; i++)
            Visit(set.Transitive[backwards ? set.Transitive.Length - 1 - i : i], order, result, seen, visited);
        if (order != NestedSetOrder.Preorder)
            AddDirect();

        void AddDirect()
        {
            for (int i = 0; i < set.Direct.Length; i++)
            {
                T element = set.Direct[backwards ? set.Direct.Length - 1 - i : i];
                if (seen.Add(element))
                    result.Add(element);
            }
        }
    }
}
