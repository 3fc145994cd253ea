using FaceDetection.TensorFlowLite;

namespace FaceDetection.Detection;

/// <summary>Finds faces with MediaPipe's face_detection_short_range.tflite, which is meant for faces within two metres.</summary>
internal sealed class FaceDetector(string modelPath) : IDisposable
{
    // The order of the model's outputs.
    private const int Boxes = 0, Scores = 1;

    private readonly Interpreter interpreter = new(modelPath);
    private readonly Anchor[] anchors = AnchorGrid.Create();

    /// <param name="square">
    /// A square picture of <see cref="ModelOptions.InputSide"/>: rows of pixels of red, green and blue, from
    /// <see cref="ModelOptions.Darkest"/> to <see cref="ModelOptions.Brightest"/>.
    /// </param>
    /// <returns>The faces, the surest first, in parts of the square's side.</returns>
    public List<Face> Detect(ReadOnlySpan<float> square)
    {
        interpreter.SetInput(0, square);
        interpreter.Invoke();
        return NonMaximumSuppression.Merge(BoxDecoder.Decode(anchors, interpreter.GetOutput(Boxes), interpreter.GetOutput(Scores)));
    }

    public void Dispose() => interpreter.Dispose();
}
