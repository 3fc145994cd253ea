using System.Collections.Immutable;

namespace TfNative.Execution;

/// <summary>Writes arguments to a file, among them the names of files that folders hold when it runs (Bazel's
/// ctx.actions.write of an Args; ParameterFileWriteAction.java). The folders are inputs.</summary>
public sealed class WriteArgumentsAction : BuildAction
{
    public required CommandLine Arguments { get; init; }

    public required ImmutableArray<DirectoryArguments> Directories { get; init; }

    public ParamFileFormat Format { get; init; } = ParamFileFormat.ShellQuoted;

    public bool IsExecutable { get; init; }

    /// <summary>The file's text.</summary>
    internal string Text(ArgumentExpansion expansion)
    {
        string[] all = Arguments.ToArray();
        return ParamFileWriter.Text(DirectoryArguments.Expand(all, 0, all.Length, Directories, expansion), Format);
    }
}
