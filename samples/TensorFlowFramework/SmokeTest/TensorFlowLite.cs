using System.Runtime.InteropServices;

namespace SmokeTest;

/// <summary>One function of TensorFlow Lite's C API, to see that it lives beside the core runtime.</summary>
internal static partial class TensorFlowLite
{
    [LibraryImport("tensorflowlite_c")]
    public static partial nint TfLiteVersion();
}
