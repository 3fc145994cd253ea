namespace TfNative.Execution;

/// <summary>
/// Makes its output a symbolic link: to its only input (Bazel's ctx.actions.symlink with target_file), or, when
/// <see cref="TargetPath"/> is given, to that text as it is.
/// </summary>
public sealed class SymlinkAction : BuildAction
{
    /// <summary>The text of the link; null to link to the input.</summary>
    public string? TargetPath { get; init; }
}
