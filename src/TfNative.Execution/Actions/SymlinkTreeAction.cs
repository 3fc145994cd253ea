using System.Collections.Immutable;

namespace TfNative.Execution;

/// <summary>
/// Makes its only output, a folder, hold symbolic links and empty files at given places (Bazel's SymlinkTreeAction.java).
/// It needs no inputs: links stay right whatever their targets hold; those that follow them have the targets as inputs.
/// </summary>
public sealed class SymlinkTreeAction : BuildAction
{
    /// <summary>Paths below the output to the exec path that the link leads to; null for an empty file.</summary>
    public required ImmutableArray<KeyValuePair<string, string?>> Entries { get; init; }
}
