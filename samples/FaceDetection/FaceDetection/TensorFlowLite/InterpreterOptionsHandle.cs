using Microsoft.Win32.SafeHandles;

namespace FaceDetection.TensorFlowLite;

/// <summary>A TfLiteInterpreterOptions: how interpreters are to run.</summary>
internal sealed class InterpreterOptionsHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.InterpreterOptionsDelete(handle);
        return true;
    }
}
