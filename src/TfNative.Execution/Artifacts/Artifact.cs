namespace TfNative.Execution;

/// <summary>
/// A file, folder or link that actions read or make, interned per graph: one path, one object.
/// Made by <see cref="ActionGraphBuilder"/>. A large graph has tens of thousands, so it is kept small.
/// </summary>
public sealed class Artifact
{
    internal Artifact(string execPath, ArtifactKind kind, bool isOutput, int index)
    {
        ExecPath = execPath;
        Kind = kind;
        IsOutput = isOutput;
        Index = index;
    }

    /// <summary>Path relative to the execution root, '/'-separated; absolute for files of the system, as compilers.</summary>
    public string ExecPath { get; }

    public ArtifactKind Kind { get; }

    /// <summary>Declared as made by an action, though that action may not be registered yet.</summary>
    public bool IsOutput { get; }

    /// <summary>Neither declared nor known as the output of an action.</summary>
    public bool IsSource => !IsOutput;

    /// <summary>The action that makes it; null for a source file.</summary>
    public BuildAction? Generator { get; internal set; }

    /// <summary>Dense number within the graph, so that per-build state lies in arrays.</summary>
    internal int Index { get; }

    public override string ToString() => ExecPath;
}
