using FaceDetection.Detection;

namespace TfNative.Samples.Tests.FaceDetection.Detection;

public class AnchorGridTests
{
    private readonly Anchor[] anchors = AnchorGrid.Create();

    [Fact]
    public void There_is_one_anchor_for_each_box_of_the_model() => Assert.Equal(ModelOptions.Boxes, anchors.Length);

    [Theory]
    [InlineData(0, 0.5f / 16, 0.5f / 16)]
    [InlineData(1, 0.5f / 16, 0.5f / 16)]
    [InlineData(2, 1.5f / 16, 0.5f / 16)]
    [InlineData(32, 0.5f / 16, 1.5f / 16)]
    [InlineData(511, 15.5f / 16, 15.5f / 16)]
    public void The_first_layer_has_two_anchors_in_the_middle_of_each_of_16_x_16_cells(int index, float x, float y) =>
        Assert.Equal(new Anchor(x, y), anchors[index]);

    [Theory]
    [InlineData(512, 0.5f / 8, 0.5f / 8)]
    [InlineData(517, 0.5f / 8, 0.5f / 8)]
    [InlineData(518, 1.5f / 8, 0.5f / 8)]
    [InlineData(895, 7.5f / 8, 7.5f / 8)]
    public void The_other_three_layers_share_8_x_8_cells_with_six_anchors_each(int index, float x, float y) =>
        Assert.Equal(new Anchor(x, y), anchors[index]);
}
