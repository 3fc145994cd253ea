using FaceDetection.Detection;

namespace TfNative.Samples.Tests.FaceDetection.Detection;

public class BoxDecoderTests
{
    [Fact]
    public void Coordinates_are_pixels_of_the_input_relative_to_the_anchor()
    {
        var face = Assert.Single(Decode([new Anchor(0.5f, 0.25f)], [Box(12.8f, -12.8f, 64, 32)], [0]));

        Assert.Equal(0.6f, face.Box.CentreX, 5);
        Assert.Equal(0.15f, face.Box.CentreY, 5);
        Assert.Equal(0.5f, face.Box.Right - face.Box.Left, 5);
        Assert.Equal(0.25f, face.Box.Bottom - face.Box.Top, 5);
    }

    [Theory]
    [InlineData(0, 0.5f)]
    [InlineData(1, 0.7310586f)]
    [InlineData(1e30f, 1)]
    [InlineData(float.PositiveInfinity, 1)]
    public void Scores_are_the_sigmoid_of_what_the_model_gives(float raw, float score) =>
        Assert.Equal(score, Assert.Single(Decode([default], [Box(0, 0, 1, 1)], [raw])).Score, 6);

    [Fact]
    public void Boxes_below_the_minimum_score_are_no_faces() =>
        Assert.Empty(Decode([default, default], [Box(0, 0, 1, 1), Box(0, 0, 1, 1)], [-0.001f, float.NegativeInfinity]));

    [Fact]
    public void Each_box_belongs_to_the_anchor_of_its_place()
    {
        var faces = Decode(
            [new Anchor(0.25f, 0.25f), new Anchor(0.75f, 0.75f)], [Box(0, 0, 8, 8), Box(0, 0, 16, 16)], [-1, 2]);

        var face = Assert.Single(faces);
        Assert.Equal((0.75f, 0.125f), (face.Box.CentreX, face.Box.Side));
    }

    [Fact]
    public void Outputs_of_another_model_are_refused() =>
        Assert.Throws<ArgumentException>(() => Decode([default], [Box(0, 0, 1, 1)], [1, 2]));

    private static float[] Box(float x, float y, float width, float height) =>
        [x, y, width, height, .. new float[ModelOptions.Coordinates - 4]];

    private static List<Face> Decode(Anchor[] anchors, float[][] boxes, float[] scores) =>
        BoxDecoder.Decode(anchors, boxes.SelectMany(box => box).ToArray(), scores);
}
