namespace TfNative.Tasks;

/// <summary>An item or property of the project that cannot be understood.</summary>
/// <param name="code">A TFN4xxx code.</param>
/// <param name="message">What is wrong and what to write instead.</param>
/// <param name="file">The project or props file that has the item, if known.</param>
public sealed class TaskParameterException(string code, string message, string? file = null) : Exception(message)
{
    public string Code { get; } = code;

    public string? File { get; } = file;
}
