using System.Runtime.InteropServices;

Console.WriteLine($"TensorFlow Lite {Marshal.PtrToStringUTF8(TfLiteVersion())}");

// tensorflow/lite/c/c_api.h; the text belongs to the library.
[DllImport("tensorflowlite_c")]
static extern nint TfLiteVersion();
