using FaceDetection.Detection;
using SkiaSharp;

namespace FaceDetection.Pictures;

/// <summary>
/// A picture in the middle of the smallest square that holds it, black at the sides (ImageToTensorCalculator's
/// keep_aspect_ratio and BORDER_ZERO in MediaPipe's face_detection.pbtxt).
/// </summary>
/// <param name="width">The picture's width in pixels.</param>
/// <param name="height">Its height.</param>
internal readonly struct Letterbox(int width, int height)
{
    private int Side => Math.Max(width, height);

    private float OffsetX => (Side - width) / 2f;

    private float OffsetY => (Side - height) / 2f;

    /// <summary>
    /// The square reduced to <paramref name="side"/> pixels by taking the nearest one, as rows of red, green and blue from
    /// <see cref="ModelOptions.Darkest"/> to <see cref="ModelOptions.Brightest"/>.
    /// </summary>
    public float[] Sample(SKBitmap picture, int side)
    {
        var values = new float[side * side * 3];
        var step = (float)Side / side;
        for (var i = 0; i < side * side; i++)
        {
            var x = (int)MathF.Floor((i % side + 0.5f) * step - OffsetX);
            var y = (int)MathF.Floor((i / side + 0.5f) * step - OffsetY);
            var isInside = x >= 0 && x < width && y >= 0 && y < height;
            var color = isInside ? picture.GetPixel(x, y) : SKColors.Black;
            values[i * 3] = Normalize(color.Red);
            values[i * 3 + 1] = Normalize(color.Green);
            values[i * 3 + 2] = Normalize(color.Blue);
        }

        return values;
    }

    /// <summary>A box of the square in the picture's pixels.</summary>
    public SKRect ToPicture(BoundingBox box) => new(
        box.Left * Side - OffsetX, box.Top * Side - OffsetY, box.Right * Side - OffsetX, box.Bottom * Side - OffsetY);

    private static float Normalize(byte value) =>
        ModelOptions.Darkest + value / 255f * (ModelOptions.Brightest - ModelOptions.Darkest);
}
