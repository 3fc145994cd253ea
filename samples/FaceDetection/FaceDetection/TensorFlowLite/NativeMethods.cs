using System.Runtime.InteropServices;

namespace FaceDetection.TensorFlowLite;

/// <summary>
/// The functions of TensorFlow Lite's C interface that the program needs; tensorflow/lite/core/c/c_api.h describes them.
/// </summary>
internal static partial class NativeMethods
{
    private const string Library = "tensorflowlite_c";

    [LibraryImport(Library, EntryPoint = "TfLiteModelCreateFromFile", StringMarshalling = StringMarshalling.Utf8)]
    public static partial ModelHandle ModelCreateFromFile(string path);

    [LibraryImport(Library, EntryPoint = "TfLiteModelDelete")]
    public static partial void ModelDelete(nint model);

    [LibraryImport(Library, EntryPoint = "TfLiteInterpreterOptionsCreate")]
    public static partial InterpreterOptionsHandle InterpreterOptionsCreate();

    [LibraryImport(Library, EntryPoint = "TfLiteInterpreterOptionsSetNumThreads")]
    public static partial void InterpreterOptionsSetNumThreads(InterpreterOptionsHandle options, int threads);

    [LibraryImport(Library, EntryPoint = "TfLiteInterpreterOptionsDelete")]
    public static partial void InterpreterOptionsDelete(nint options);

    [LibraryImport(Library, EntryPoint = "TfLiteInterpreterCreate")]
    public static partial InterpreterHandle InterpreterCreate(ModelHandle model, InterpreterOptionsHandle options);

    [LibraryImport(Library, EntryPoint = "TfLiteInterpreterDelete")]
    public static partial void InterpreterDelete(nint interpreter);

    [LibraryImport(Library, EntryPoint = "TfLiteInterpreterAllocateTensors")]
    public static partial Status InterpreterAllocateTensors(InterpreterHandle interpreter);

    [LibraryImport(Library, EntryPoint = "TfLiteInterpreterInvoke")]
    public static partial Status InterpreterInvoke(InterpreterHandle interpreter);

    [LibraryImport(Library, EntryPoint = "TfLiteInterpreterGetInputTensorCount")]
    public static partial int InterpreterGetInputTensorCount(InterpreterHandle interpreter);

    [LibraryImport(Library, EntryPoint = "TfLiteInterpreterGetInputTensor")]
    public static partial nint InterpreterGetInputTensor(InterpreterHandle interpreter, int index);

    [LibraryImport(Library, EntryPoint = "TfLiteInterpreterGetOutputTensorCount")]
    public static partial int InterpreterGetOutputTensorCount(InterpreterHandle interpreter);

    [LibraryImport(Library, EntryPoint = "TfLiteInterpreterGetOutputTensor")]
    public static partial nint InterpreterGetOutputTensor(InterpreterHandle interpreter, int index);

    [LibraryImport(Library, EntryPoint = "TfLiteTensorByteSize")]
    public static partial nuint TensorByteSize(nint tensor);

    [LibraryImport(Library, EntryPoint = "TfLiteTensorCopyFromBuffer")]
    public static partial Status TensorCopyFromBuffer(nint tensor, ReadOnlySpan<float> source, nuint bytes);

    [LibraryImport(Library, EntryPoint = "TfLiteTensorCopyToBuffer")]
    public static partial Status TensorCopyToBuffer(nint tensor, Span<float> destination, nuint bytes);
}
