namespace FaceDetection.Detection;

/// <summary>
/// Makes one face of the many boxes that the model gives for each
/// (mediapipe/calculators/util/non_max_suppression_calculator.cc, WeightedNonMaxSuppression).
/// </summary>
internal static class NonMaximumSuppression
{
    /// <summary>
    /// The surest box and those that overlap it become one: their mean, weighted with their scores, with the surest one's
    /// score; then the same with the boxes that are left.
    /// </summary>
    /// <returns>The faces, the surest first.</returns>
    public static List<Face> Merge(IEnumerable<Face> candidates)
    {
        var left = candidates.OrderByDescending(face => face.Score).ToList();
        var faces = new List<Face>();
        while (left.Count > 0)
        {
            var surest = left[0];
            var overlapping = left.ToLookup(face =>
                face == surest || face.Box.IntersectionOverUnion(surest.Box) > ModelOptions.MinimumSuppression);
            faces.Add(new Face(WeightedMean(overlapping[true]), surest.Score));
            left = [.. overlapping[false]];
        }

        return faces;
    }

    private static BoundingBox WeightedMean(IEnumerable<Face> faces)
    {
        float left = 0, top = 0, right = 0, bottom = 0, weight = 0;
        foreach (var (box, score) in faces)
        {
            left += box.Left * score;
            top += box.Top * score;
            right += box.Right * score;
            bottom += box.Bottom * score;
            weight += score;
        }

        return new BoundingBox(left / weight, top / weight, right / weight, bottom / weight);
    }
}
