namespace FaceDetection.TensorFlowLite;

/// <summary>Runs a model whose tensors are all of 32-bit floating-point numbers. Not for several threads at once.</summary>
internal sealed class Interpreter : IDisposable
{
    private readonly ModelHandle model;
    private readonly InterpreterHandle interpreter;

    /// <summary>Loads a model and allocates its tensors.</summary>
    /// <param name="modelPath">A .tflite file.</param>
    /// <exception cref="TensorFlowLiteException">The file is no model, or one with operations that the library lacks.</exception>
    public Interpreter(string modelPath)
    {
        model = NativeMethods.ModelCreateFromFile(modelPath);
        if (model.IsInvalid)
            throw new TensorFlowLiteException($"{modelPath} cannot be loaded as a TensorFlow Lite model.");
        using var options = NativeMethods.InterpreterOptionsCreate();
        NativeMethods.InterpreterOptionsSetNumThreads(options, Environment.ProcessorCount);
        interpreter = NativeMethods.InterpreterCreate(model, options);
        if (interpreter.IsInvalid)
            throw new TensorFlowLiteException($"No interpreter can be made for {modelPath}.");
        Check(NativeMethods.InterpreterAllocateTensors(interpreter), "allocate the tensors");
    }

    /// <summary>Fills an input tensor, whose size the values must have.</summary>
    public void SetInput(int index, ReadOnlySpan<float> values)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)NativeMethods.InterpreterGetInputTensorCount(interpreter));
        var tensor = NativeMethods.InterpreterGetInputTensor(interpreter, index);
        Check(NativeMethods.TensorCopyFromBuffer(tensor, values, (nuint)values.Length * sizeof(float)), $"fill input {index}");
    }

    public void Invoke() => Check(NativeMethods.InterpreterInvoke(interpreter), "run the model");

    /// <summary>A copy of an output tensor after <see cref="Invoke"/>, the last dimension running fastest.</summary>
    public float[] GetOutput(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)NativeMethods.InterpreterGetOutputTensorCount(interpreter));
        var tensor = NativeMethods.InterpreterGetOutputTensor(interpreter, index);
        var bytes = NativeMethods.TensorByteSize(tensor);
        var values = new float[bytes / sizeof(float)];
        Check(NativeMethods.TensorCopyToBuffer(tensor, values, bytes), $"read output {index}");
        return values;
    }

    public void Dispose()
    {
        interpreter.Dispose();
        model.Dispose();
    }

    private static void Check(Status status, string what)
    {
        if (status != Status.Ok)
            throw new TensorFlowLiteException($"TensorFlow Lite could not {what}: {status}.");
    }
}
