namespace FaceDetection.TensorFlowLite;

/// <summary>TfLiteStatus of tensorflow/lite/core/c/c_api_types.h.</summary>
internal enum Status
{
    Ok = 0,
    Error = 1,
    DelegateError = 2,
    ApplicationError = 3,
    DelegateDataNotFound = 4,
    DelegateDataWriteError = 5,
    DelegateDataReadError = 6,
    UnresolvedOps = 7,
    Cancelled = 8,
}
