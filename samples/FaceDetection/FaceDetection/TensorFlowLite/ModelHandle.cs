using Microsoft.Win32.SafeHandles;

namespace FaceDetection.TensorFlowLite;

/// <summary>A TfLiteModel: the parsed .tflite file.</summary>
internal sealed class ModelHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.ModelDelete(handle);
        return true;
    }
}
