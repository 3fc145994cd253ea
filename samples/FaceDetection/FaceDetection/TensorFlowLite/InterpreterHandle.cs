using Microsoft.Win32.SafeHandles;

namespace FaceDetection.TensorFlowLite;

/// <summary>A TfLiteInterpreter: a model with its tensors.</summary>
internal sealed class InterpreterHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.InterpreterDelete(handle);
        return true;
    }
}
