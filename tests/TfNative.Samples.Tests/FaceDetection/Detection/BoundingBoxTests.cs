using FaceDetection.Detection;

namespace TfNative.Samples.Tests.FaceDetection.Detection;

public class BoundingBoxTests
{
    private static readonly BoundingBox Unit = new(0, 0, 1, 1);

    [Theory]
    [InlineData(0, 0, 1, 1, 1)]
    [InlineData(0.5f, 0, 1.5f, 1, 1f / 3)]
    [InlineData(0.25f, 0.25f, 0.75f, 0.75f, 0.25f)]
    [InlineData(1, 0, 2, 1, 0)]
    [InlineData(2, 2, 3, 3, 0)]
    public void Overlap_is_the_common_part_of_what_both_cover(float left, float top, float right, float bottom, float expected)
    {
        var other = new BoundingBox(left, top, right, bottom);

        Assert.Equal(expected, Unit.IntersectionOverUnion(other), 6);
        Assert.Equal(expected, other.IntersectionOverUnion(Unit), 6);
    }

    [Fact]
    public void Boxes_without_area_do_not_overlap()
    {
        var point = new BoundingBox(0.5f, 0.5f, 0.5f, 0.5f);

        Assert.Equal(0, point.IntersectionOverUnion(point));
    }

    [Fact]
    public void A_box_from_its_centre_has_that_centre() =>
        Assert.Equal(new BoundingBox(0.25f, 0, 0.75f, 1), BoundingBox.FromCentre(0.5f, 0.5f, 0.5f, 1));
}
