namespace TfNative.Bazel;

/// <summary>
/// Which libraries a shared library holds and which it finds in others, walked depth first as the linker needs their order
/// (_separate_static_and_dynamic_link_libraries of cc_shared_library.bzl).
/// </summary>
internal sealed class LibraryPartition
{
    private readonly HashSet<Label> seen = [];
    private readonly Dictionary<Label, NestedSet<Label>> orders = [];

    /// <param name="roots">Nodes of what the shared library is made of.</param>
    /// <param name="exported">Libraries that other shared libraries offer.</param>
    /// <param name="behind">Of those, the shared libraries that the offering one depends on in turn.</param>
    public LibraryPartition(IReadOnlyList<LibraryNode> roots, Func<Label, bool> exported, IReadOnlyDictionary<Label, NestedSet<Label>> behind)
    {
        var stack = new Stack<LibraryNode>(roots.Reverse());
        while (stack.TryPeek(out LibraryNode? node))
        {
            if (Visit(node, exported))
            {
                for (int i = node.Children.Count - 1; i >= 0; i--)
                    stack.Push(node.Children[i]);
                continue;
            }

            Label first = node.Owners[0];
            if (!orders.ContainsKey(first))
            {
                IEnumerable<NestedSet<Label>> below = Static.ContainsKey(first) ? node.Children.Select(c => orders[c.Owners[0]])
                    : behind.TryGetValue(first, out NestedSet<Label>? others) ? [others]
                    : [];
                orders.Add(first, NestedSet<Label>.Create(NestedSetOrder.Topological, node.Owners, below));
            }

            stack.Pop();
        }

        Order = [.. NestedSet<Label>.Create(NestedSetOrder.Topological, [], roots.Select(r => orders[r.Owners[0]])).ToList()];
    }

    /// <summary>Held by the library, with whether others may hold them too.</summary>
    public Dictionary<Label, bool> Static { get; } = [];

    /// <summary>Found in other shared libraries.</summary>
    public HashSet<Label> Dynamic { get; } = [];

    /// <summary>All of them in link order.</summary>
    public List<Label> Order { get; }

    /// <returns>Whether the node is new and its children are to be looked at.</returns>
    private bool Visit(LibraryNode node, Func<Label, bool> exported)
    {
        bool goOn = false;
        foreach (Label owner in node.Owners)
        {
            if (!seen.Add(owner))
                continue;
            if (exported(owner))
            {
                Dynamic.Add(owner);
            }
            else
            {
                Static[owner] = node.LinkableMoreThanOnce;
                goOn = true;
            }
        }

        return goOn;
    }
}
