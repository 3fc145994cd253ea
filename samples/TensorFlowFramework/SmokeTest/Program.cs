using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SmokeTest;

// Uses what libtensorflow_framework exports to C, and TensorFlow Lite beside it. Ends with exit code 1 where something is wrong.
int failures = 0;
Check("a status keeps its code and message", Status());
Check("a tensor keeps its shape and values", Tensor());
Check("an operation is registered", Operation());
Check("threads of the runtime run managed code", Threads());
Check("TensorFlow Lite works in the same process", Marshal.PtrToStringUTF8(TensorFlowLite.TfLiteVersion()) is "2.14.1");
Console.WriteLine(failures == 0 ? "all passed" : $"{failures} failed");
return failures == 0 ? 0 : 1;

void Check(string what, bool passed)
{
    Console.WriteLine($"{(passed ? "passed" : "FAILED")}: {what}");
    failures += passed ? 0 : 1;
}

static bool Status()
{
    nint status = Framework.TF_NewStatus();
    bool ok = Framework.TF_GetCode(status) == StatusCode.Ok;
    Framework.TF_SetStatus(status, StatusCode.InvalidArgument, "not like this: ü");
    bool kept = Framework.TF_GetCode(status) == StatusCode.InvalidArgument && Framework.Message(status) == "not like this: ü";
    Framework.TF_DeleteStatus(status);
    return ok && kept;
}

static unsafe bool Tensor()
{
    nint tensor = Framework.TF_AllocateTensor(DataType.Float, [2, 3], 2, 6 * Framework.TF_DataTypeSize(DataType.Float));
    var values = new Span<float>(Framework.TF_TensorData(tensor), 6);
    for (int i = 0; i < values.Length; i++)
        values[i] = i * 0.5f;
    bool right = Framework.TF_NumDims(tensor) == 2 && Framework.TF_Dim(tensor, 0) == 2 && Framework.TF_Dim(tensor, 1) == 3
        && Framework.TF_TensorByteSize(tensor) == 24 && new ReadOnlySpan<float>(Framework.TF_TensorData(tensor), 6)[5] == 2.5f;
    Framework.TF_DeleteTensor(tensor);
    return right;
}

static bool Operation()
{
    nint status = Framework.TF_NewStatus(), builder = Framework.TF_NewOpDefinitionBuilder("ManagedSmoke");
    Framework.TF_OpDefinitionBuilderAddAttr(builder, "T: {float, int64}");
    Framework.TF_OpDefinitionBuilderAddInput(builder, "x: T");
    Framework.TF_OpDefinitionBuilderAddOutput(builder, "y: T");
    Framework.TF_RegisterOpDefinition(builder, status);
    bool registered = Framework.TF_GetCode(status) == StatusCode.Ok;
    Framework.TF_DeleteStatus(status);
    return registered;
}

static unsafe bool Threads()
{
    Framework.TF_DefaultThreadOptions(out ThreadOptions options);
    int count = 0;
    Span<nint> threads = stackalloc nint[8];
    for (int i = 0; i < threads.Length; i++)
        threads[i] = Framework.TF_StartThread(options, $"smoke{i}", &Count, (nint)(&count));
    foreach (nint thread in threads)
        Framework.TF_JoinThread(thread);
    return count == 8;

    [UnmanagedCallersOnly]
    static void Count(nint counter) => Interlocked.Increment(ref Unsafe.AsRef<int>((void*)counter));
}
