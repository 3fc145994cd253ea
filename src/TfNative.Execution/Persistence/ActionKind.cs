namespace TfNative.Execution;

/// <summary>The kinds of action as numbers in the graph's file.</summary>
internal enum ActionKind
{
    Spawn = 1,
    WriteFile,
    ExpandTemplate,
    Symlink,
    Copy,
    SymlinkTree,
    WriteArguments,
}
