namespace FaceDetection.Detection;

/// <summary>The point relative to which one of the model's boxes is given, in parts of the picture's side.</summary>
internal readonly record struct Anchor(float X, float Y);
