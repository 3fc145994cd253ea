using System.Collections;

namespace TfNative.Execution;

/// <summary>Leaves out of a graph the edges that paths over other nodes imply. Edges that close a circle are all kept.</summary>
internal static class TransitiveReduction
{
    public static IReadOnlyList<(int From, int To)> Of(int count, IReadOnlyCollection<(int From, int To)> edges)
    {
        ILookup<int, int> next = edges.Order().ToLookup(edge => edge.From, edge => edge.To);
        List<int> order = PostOrder(count, next);
        int[] place = new int[count];
        for (int i = 0; i < count; i++)
            place[order[i]] = i;
        var reached = new BitArray[count];
        var result = new List<(int, int)>();
        foreach (int from in order)
        {
            var all = new BitArray(count);
            // The later one stands in the order, the more it may lead to: what it leads to needs no edge of its own.
            foreach (int to in next[from].OrderByDescending(to => place[to]))
            {
                bool closesCircle = place[to] > place[from];
                if (closesCircle || !all[to])
                    result.Add((from, to));
                if (closesCircle)
                    continue;
                all.Or(reached[to]);
                all[to] = true;
            }

            reached[from] = all;
        }

        result.Sort();
        return result;
    }

    /// <summary>Each node after those that it leads to, unless that is a circle.</summary>
    private static List<int> PostOrder(int count, ILookup<int, int> next)
    {
        var order = new List<int>(count);
        var seen = new BitArray(count);
        var stack = new Stack<(int Node, IEnumerator<int> Next)>();
        for (int root = 0; root < count; root++)
        {
            Enter(root);
            while (stack.TryPeek(out (int Node, IEnumerator<int> Next) top))
            {
                if (top.Next.MoveNext())
                {
                    Enter(top.Next.Current);
                    continue;
                }

                stack.Pop();
                order.Add(top.Node);
            }
        }

        return order;

        void Enter(int node)
        {
            if (seen[node])
                return;
            seen[node] = true;
            stack.Push((node, next[node].GetEnumerator()));
        }
    }
}
