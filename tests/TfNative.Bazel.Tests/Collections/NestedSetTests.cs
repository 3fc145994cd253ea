namespace TfNative.Bazel.Tests.Collections;

public class NestedSetTests
{
    // a -> b, c; b -> d; c -> d: the diamond of Bazel's documentation of depsets.
    [Theory]
    [InlineData(NestedSetOrder.Postorder, "d b c a")]
    [InlineData(NestedSetOrder.Preorder, "a b d c")]
    [InlineData(NestedSetOrder.Topological, "a b c d")]
    [InlineData(NestedSetOrder.Stable, "d b c a")]
    public void A_diamond_is_flattened_in_the_sets_order(NestedSetOrder order, string expected)
    {
        NestedSet<string> d = NestedSet<string>.Create(order, ["d"], []);
        NestedSet<string> b = NestedSet<string>.Create(order, ["b"], [d]);
        NestedSet<string> c = NestedSet<string>.Create(order, ["c"], [d]);
        Assert.Equal(expected, string.Join(' ', NestedSet<string>.Create(order, ["a"], [b, c]).ToList()));
    }

    [Fact]
    public void Elements_count_once_wherever_they_stand() => Assert.Equal(
        ["x", "y"],
        NestedSet<string>.Create(NestedSetOrder.Stable, ["y", "x", "y"], [NestedSet<string>.Of("x")]).ToList());

    [Fact]
    public void A_set_that_would_only_wrap_another_is_that_other()
    {
        NestedSet<string> part = NestedSet<string>.Of("x");
        Assert.Same(part, NestedSet<string>.Create(NestedSetOrder.Stable, [], [part, NestedSet<string>.Empty]));
    }

    [Fact]
    public void A_deferred_sets_elements_are_made_when_first_asked_for_and_then_kept()
    {
        int made = 0;
        NestedSet<string> deferred = NestedSet<string>.Deferred(() =>
        {
            made++;
            return ["x"];
        });
        NestedSet<string> set = NestedSet<string>.Create(NestedSetOrder.Stable, ["a"], [deferred]);
        Assert.Equal(0, made);
        Assert.Equal(["x", "a"], set.ToList());
        Assert.Equal(["x", "a"], set.ToList());
        Assert.Equal(1, made);
    }
}
