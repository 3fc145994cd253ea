using FaceDetection.Detection;

namespace TfNative.Samples.Tests.FaceDetection.Detection;

public class NonMaximumSuppressionTests
{
    [Fact]
    public void Overlapping_boxes_become_their_mean_weighted_with_their_scores()
    {
        var face = Assert.Single(NonMaximumSuppression.Merge(
        [
            new Face(new BoundingBox(0.1f, 0, 1.1f, 1), 0.6f),
            new Face(new BoundingBox(0, 0, 1, 1), 0.9f),
        ]));

        Assert.Equal(0.9f, face.Score);
        Assert.Equal(0.04f, face.Box.Left, 5);
        Assert.Equal(1.04f, face.Box.Right, 5);
    }

    [Fact]
    public void Boxes_that_hardly_overlap_stay_apart_the_surest_first()
    {
        var left = new Face(new BoundingBox(0, 0, 0.4f, 0.4f), 0.6f);
        var right = new Face(new BoundingBox(0.3f, 0, 0.7f, 0.4f), 0.9f);

        Assert.Equal([right, left], NonMaximumSuppression.Merge([left, right]));
    }

    [Fact]
    public void What_overlaps_only_a_merged_box_is_a_face_of_its_own()
    {
        // A chain: the second overlaps the first enough, the third only the second.
        var faces = NonMaximumSuppression.Merge(
        [
            new Face(new BoundingBox(0, 0, 1, 1), 0.9f),
            new Face(new BoundingBox(0.5f, 0, 1.5f, 1), 0.8f),
            new Face(new BoundingBox(1, 0, 2, 1), 0.7f),
        ]);

        Assert.Equal([0.9f, 0.7f], faces.Select(face => face.Score));
    }

    [Fact]
    public void A_box_without_area_ends_the_search_too() =>
        Assert.Single(NonMaximumSuppression.Merge([new Face(default, 0.5f)]));

    [Fact]
    public void Nothing_found_is_no_face() => Assert.Empty(NonMaximumSuppression.Merge([]));
}
