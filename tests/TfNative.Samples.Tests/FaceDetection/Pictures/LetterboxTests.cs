using FaceDetection.Detection;
using FaceDetection.Pictures;
using SkiaSharp;

namespace TfNative.Samples.Tests.FaceDetection.Pictures;

public class LetterboxTests
{
    [Fact]
    public void A_narrow_picture_stands_in_the_middle_between_black()
    {
        using var picture = Picture(2, 4, (_, _) => new SKColor(255, 0, 51));

        var values = new Letterbox(2, 4).Sample(picture, 4);

        Assert.Equal([-1, -1, -1, 1, -1, -0.6f, 1, -1, -0.6f, -1, -1, -1], values[..12].Select(value => MathF.Round(value, 5)));
    }

    [Fact]
    public void A_wide_picture_lies_in_the_middle_between_black()
    {
        using var picture = Picture(4, 2, (_, _) => SKColors.White);

        var rows = new Letterbox(4, 2).Sample(picture, 4).Chunk(12).Select(row => row.Distinct());

        Assert.Equal([[-1], [1], [1], [-1]], rows);
    }

    [Fact]
    public void Reducing_takes_the_pixel_in_the_middle_of_each_cell()
    {
        using var picture = Picture(6, 6, (x, y) => x % 3 == 1 && y % 3 == 1 ? SKColors.White : SKColors.Black);

        var values = new Letterbox(6, 6).Sample(picture, 2);

        Assert.Equal(Enumerable.Repeat(1f, 12), values);
    }

    [Fact]
    public void A_box_of_the_square_is_found_again_in_the_picture()
    {
        var rectangle = new Letterbox(100, 200).ToPicture(new BoundingBox(0.25f, 0, 0.75f, 1));

        Assert.Equal(new SKRect(0, 0, 100, 200), rectangle);
    }

    private static SKBitmap Picture(int width, int height, Func<int, int, SKColor> color)
    {
        var picture = new SKBitmap(width, height);
        for (var i = 0; i < width * height; i++)
            picture.SetPixel(i % width, i / width, color(i % width, i / width));
        return picture;
    }
}
