using CsCheck;

namespace TfNative.Execution.Tests.Reporting;

public class TransitiveReductionTests
{
    [Fact]
    public void An_edge_that_a_longer_path_implies_is_left_out() =>
        Assert.Equal([(0, 1), (1, 2), (2, 3)], TransitiveReduction.Of(4, [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]));

    [Fact]
    public void Both_ways_of_a_diamond_stay() =>
        Assert.Equal([(0, 1), (0, 2), (1, 3), (2, 3)], TransitiveReduction.Of(4, [(0, 1), (0, 2), (0, 3), (1, 3), (2, 3)]));

    [Fact]
    public void A_circle_stays_whole() =>
        Assert.Equal([(0, 1), (1, 0), (1, 2)], TransitiveReduction.Of(3, [(0, 1), (1, 0), (1, 2), (0, 2)]));

    [Fact]
    public void What_is_reached_stays_the_same_and_no_edge_can_go() => Check.Sample(
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9]).Array[0, 30],
        pairs =>
        {
            // From lower to higher numbers there is no circle.
            (int, int)[] edges = [.. pairs.Where(p => p.Item1 != p.Item2).Select(p => (Math.Min(p.Item1, p.Item2), Math.Max(p.Item1, p.Item2))).Distinct()];
            IReadOnlyList<(int, int)> reduced = TransitiveReduction.Of(10, edges);
            Assert.Equal(Reachable(edges), Reachable(reduced));
            foreach ((int, int) edge in reduced)
                Assert.NotEqual(Reachable(reduced), Reachable([.. reduced.Where(e => e != edge)]));
        },
        iter: 200);

    private static SortedSet<(int, int)> Reachable(IReadOnlyCollection<(int From, int To)> edges)
    {
        var pairs = new SortedSet<(int From, int To)>(edges);
        for (int before = -1; before != pairs.Count;)
        {
            before = pairs.Count;
            pairs.UnionWith([.. pairs.SelectMany(pair => edges.Where(edge => edge.From == pair.To).Select(edge => (pair.From, edge.To)))]);
        }

        return pairs;
    }
}
