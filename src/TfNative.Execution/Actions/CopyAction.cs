namespace TfNative.Execution;

/// <summary>Copies its only input, a file or a whole folder, to its output; the executable bit is kept.</summary>
public sealed class CopyAction : BuildAction
{
}
