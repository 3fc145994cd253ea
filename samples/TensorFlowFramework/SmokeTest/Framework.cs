using System.Runtime.InteropServices;

namespace SmokeTest;

/// <summary>What of TensorFlow's C API the core runtime exports: tensorflow/c/tf_status.h, tf_tensor.h, ops.h, env.h.</summary>
internal static partial class Framework
{
    private const string Library = "libtensorflow_framework.so.2";

    [LibraryImport(Library)]
    public static partial nint TF_NewStatus();

    [LibraryImport(Library)]
    public static partial void TF_DeleteStatus(nint status);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void TF_SetStatus(nint status, StatusCode code, string message);

    [LibraryImport(Library)]
    public static partial StatusCode TF_GetCode(nint status);

    [LibraryImport(Library)]
    private static partial nint TF_Message(nint status);

    public static string? Message(nint status) => Marshal.PtrToStringUTF8(TF_Message(status));

    [LibraryImport(Library)]
    public static partial nint TF_AllocateTensor(DataType type, ReadOnlySpan<long> dimensions, int count, nuint bytes);

    [LibraryImport(Library)]
    public static partial void TF_DeleteTensor(nint tensor);

    [LibraryImport(Library)]
    public static partial int TF_NumDims(nint tensor);

    [LibraryImport(Library)]
    public static partial long TF_Dim(nint tensor, int index);

    [LibraryImport(Library)]
    public static partial nuint TF_TensorByteSize(nint tensor);

    [LibraryImport(Library)]
    public static unsafe partial void* TF_TensorData(nint tensor);

    [LibraryImport(Library)]
    public static partial nuint TF_DataTypeSize(DataType type);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint TF_NewOpDefinitionBuilder(string name);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void TF_OpDefinitionBuilderAddInput(nint builder, string specification);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void TF_OpDefinitionBuilderAddOutput(nint builder, string specification);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void TF_OpDefinitionBuilderAddAttr(nint builder, string specification);

    [LibraryImport(Library)]
    public static partial void TF_RegisterOpDefinition(nint builder, nint status);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial nint TF_StartThread(in ThreadOptions options, string name, delegate* unmanaged<nint, void> work, nint parameter);

    [LibraryImport(Library)]
    public static partial void TF_JoinThread(nint thread);

    [LibraryImport(Library)]
    public static partial void TF_DefaultThreadOptions(out ThreadOptions options);
}

/// <summary>TF_Code of tensorflow/tsl/c/tsl_status.h; those used here.</summary>
internal enum StatusCode
{
    Ok = 0,
    InvalidArgument = 3,
}

/// <summary>TF_DataType of tensorflow/c/tf_datatype.h; those used here.</summary>
internal enum DataType
{
    Float = 1,
    Int64 = 9,
}

/// <summary>TF_ThreadOptions of tensorflow/c/env.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ThreadOptions
{
    public nuint StackSize;
    public nuint GuardSize;
    public int NumaNode;
}
