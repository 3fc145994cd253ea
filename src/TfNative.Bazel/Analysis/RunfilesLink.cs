using System.Text;
using TfNative.Execution;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>A file at a place of its own in a runfiles tree (https://bazel.build/rules/lib/builtins/SymlinkEntry).</summary>
/// <param name="path">From the main repository's folder in the tree, or from the tree's root.</param>
/// <param name="file">What is linked to.</param>
/// <param name="atRoot">Whether the path starts at the root.</param>
public sealed class RunfilesLink(string path, FileValue file, bool atRoot) : StarlarkObject
{
    public string Path { get; } = path;

    public Artifact File => file.Artifact;

    public bool AtRoot { get; } = atRoot;

    public override string TypeName => "SymlinkEntry";

    public override bool IsHashable => true;

    public override IEnumerable<string> AttributeNames => ["path", "target_file"];

    public override bool TryGetAttribute(string name, out Value value)
    {
        value = name == "path" ? Path : file;
        return name is "path" or "target_file";
    }

    public override bool Equals(Value other) =>
        other.As<RunfilesLink>() is { } link && link.Path == Path && link.AtRoot == AtRoot && ReferenceEquals(link.File, File);

    public override int Hash() => Path.GetHashCode(StringComparison.Ordinal);

    public override void AppendRepr(StringBuilder text) => text.Append("SymlinkEntry(path = \"").Append(Path).Append("\")");
}
