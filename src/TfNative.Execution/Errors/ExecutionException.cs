namespace TfNative.Execution;

/// <summary>Something that the user can act on: a code (TFN3001), and a message that says what is wrong, where, and
/// what to do.</summary>
public sealed class ExecutionException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    public string Code { get; } = code;
}
