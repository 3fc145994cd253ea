using FaceDetection.Detection;
using SkiaSharp;

namespace FaceDetection.Pictures;

/// <summary>Draws what was found.</summary>
internal static class FacePainter
{
    /// <summary>Frames the faces in the picture.</summary>
    public static void Draw(SKBitmap picture, IEnumerable<Face> faces, Letterbox letterbox)
    {
        using var canvas = new SKCanvas(picture);
        using var paint = new SKPaint
        {
            Style = SKPaintStyle.Stroke,
            Color = SKColors.LimeGreen,
            StrokeWidth = MathF.Max(2, picture.Width / 150f),
            IsAntialias = true,
        };
        foreach (var face in faces)
            canvas.DrawRect(letterbox.ToPicture(face.Box), paint);
    }

    /// <summary>Writes a PNG file.</summary>
    public static void Save(SKBitmap picture, string path)
    {
        using var file = File.Create(path);
        picture.Encode(file, SKEncodedImageFormat.Png, quality: 100);
    }
}
