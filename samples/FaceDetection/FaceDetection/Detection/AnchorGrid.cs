namespace FaceDetection.Detection;

/// <summary>
/// The anchors in the order of the model's boxes: layers of one stride together, row by row, in each place all anchors of
/// these layers (mediapipe/calculators/tflite/ssd_anchors_calculator.cc).
/// </summary>
internal static class AnchorGrid
{
    public static Anchor[] Create()
    {
        var anchors = new List<Anchor>(ModelOptions.Boxes);
        foreach (var layers in ModelOptions.Strides.CountBy(stride => stride))
        {
            var cells = ModelOptions.InputSide / layers.Key;
            for (var row = 0; row < cells; row++)
            {
                for (var column = 0; column < cells; column++)
                {
                    var anchor = new Anchor(
                        (column + ModelOptions.AnchorOffset) / cells, (row + ModelOptions.AnchorOffset) / cells);
                    for (var i = 0; i < layers.Value * ModelOptions.AnchorsPerLayer; i++)
                        anchors.Add(anchor);
                }
            }
        }

        return [.. anchors];
    }
}
