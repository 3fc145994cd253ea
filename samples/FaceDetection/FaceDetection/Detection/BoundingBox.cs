namespace FaceDetection.Detection;

/// <summary>A rectangle in parts of the picture's side: (0, 0) is the upper left corner, (1, 1) the lower right one.</summary>
internal readonly record struct BoundingBox(float Left, float Top, float Right, float Bottom)
{
    public float CentreX => (Left + Right) / 2;

    public float CentreY => (Top + Bottom) / 2;

    /// <summary>The mean of width and height.</summary>
    public float Side => (Right - Left + Bottom - Top) / 2;

    public static BoundingBox FromCentre(float x, float y, float width, float height) =>
        new(x - width / 2, y - height / 2, x + width / 2, y + height / 2);

    /// <summary>The area that both cover in parts of the area that either covers: 0 when apart, 1 when equal.</summary>
    public float IntersectionOverUnion(BoundingBox other)
    {
        var intersection = Area(
            MathF.Max(Left, other.Left), MathF.Max(Top, other.Top), MathF.Min(Right, other.Right), MathF.Min(Bottom, other.Bottom));
        var union = Area(Left, Top, Right, Bottom) + Area(other.Left, other.Top, other.Right, other.Bottom) - intersection;
        return union > 0 ? intersection / union : 0;
    }

    private static float Area(float left, float top, float right, float bottom) =>
        MathF.Max(0, right - left) * MathF.Max(0, bottom - top);
}
