namespace TfNative.Execution;

public enum MessageSeverity
{
    Information,
    Warning,
    Error,
}
