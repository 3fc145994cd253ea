namespace TfNative.Execution;

/// <summary>Writes a file whose content is known without running anything (Bazel's ctx.actions.write).</summary>
public sealed class WriteFileAction : BuildAction
{
    /// <summary>The content. Called once a build at most and not kept, so that the graph does not hold every
    /// file; must give the same bytes each time.</summary>
    public required Func<ReadOnlyMemory<byte>> Content { get; init; }

    public bool IsExecutable { get; init; }
}
