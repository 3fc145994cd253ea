namespace FaceDetection.Detection;

/// <summary>
/// Turns the model's two outputs into faces (mediapipe/calculators/tensor/tensors_to_detections_calculator.cc, DecodeBoxes).
/// </summary>
internal static class BoxDecoder
{
    /// <param name="anchors">One anchor for each box.</param>
    /// <param name="boxes">The output "regressors": <see cref="ModelOptions.Coordinates"/> numbers for each box.</param>
    /// <param name="scores">The output "classificators": one number for each box.</param>
    /// <returns>The boxes of at least <see cref="ModelOptions.MinimumScore"/>.</returns>
    public static List<Face> Decode(ReadOnlySpan<Anchor> anchors, ReadOnlySpan<float> boxes, ReadOnlySpan<float> scores)
    {
        if (scores.Length != anchors.Length || boxes.Length != anchors.Length * ModelOptions.Coordinates)
            throw new ArgumentException($"{boxes.Length} coordinates and {scores.Length} scores do not fit {anchors.Length} anchors.");
        var faces = new List<Face>();
        for (var i = 0; i < anchors.Length; i++)
        {
            var score = Sigmoid(Math.Clamp(scores[i], -ModelOptions.ScoreClipping, ModelOptions.ScoreClipping));
            if (score >= ModelOptions.MinimumScore)
                faces.Add(new Face(Decode(anchors[i], boxes.Slice(i * ModelOptions.Coordinates, 4)), score));
        }

        return faces;
    }

    private static BoundingBox Decode(Anchor anchor, ReadOnlySpan<float> box) => BoundingBox.FromCentre(
        anchor.X + box[0] / ModelOptions.Scale,
        anchor.Y + box[1] / ModelOptions.Scale,
        box[2] / ModelOptions.Scale,
        box[3] / ModelOptions.Scale);

    private static float Sigmoid(float value) => 1 / (1 + MathF.Exp(-value));
}
