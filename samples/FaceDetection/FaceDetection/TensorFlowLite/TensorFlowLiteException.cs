namespace FaceDetection.TensorFlowLite;

/// <summary>TensorFlow Lite refused something; it has written the reason to standard error.</summary>
internal sealed class TensorFlowLiteException(string message) : Exception(message);
