namespace FaceDetection.Detection;

/// <summary>Where a face is, and how sure the model is of it, from 0 to 1.</summary>
internal readonly record struct Face(BoundingBox Box, float Score);
