using System.Text;
using TfNative.Execution;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>A file as Starlark code sees it (https://bazel.build/rules/lib/builtins/File).</summary>
public sealed class FileValue : StarlarkObject
{
    public FileValue(Artifact artifact, Label owner, string root)
    {
        Artifact = artifact;
        Owner = owner;
        Root = root;
    }

    public Artifact Artifact { get; }

    /// <summary>The file's label, or that of the rule that makes it.</summary>
    public Label Owner { get; }

    /// <summary>"" for source files of the main repository, "bazel-out/.../bin" for outputs.</summary>
    public string Root { get; }

    public string Path => Artifact.ExecPath;

    /// <summary>The path below the directory that an action makes; "" for all other files.</summary>
    public string TreeRelativePath { get; init; } = "";

    /// <summary>The path under the root; "../repo/..." for files of other repositories.</summary>
    public string ShortPath
    {
        get
        {
            string path = Root.Length == 0 ? Path : Path[(Root.Length + 1)..];
            return path.StartsWith("external/", StringComparison.Ordinal) ? "../" + path["external/".Length..] : path;
        }
    }

    public string Basename => Path[(Path.LastIndexOf('/') + 1)..];

    public string Extension => Basename.LastIndexOf('.') is > 0 and int dot ? Basename[(dot + 1)..] : "";

    public override string TypeName => "File";

    public override bool IsHashable => true;

    public override bool TryGetAttribute(string name, out Value value)
    {
        Value? found = name switch
        {
            "path" => (Value?)Path,
            "short_path" => ShortPath,
            "tree_relative_path" => TreeRelativePath,
            "basename" => Basename,
            "extension" => Extension,
            "dirname" => Path.LastIndexOf('/') is >= 0 and int slash ? Path[..slash] : "",
            "is_source" => Artifact.IsSource,
            "is_directory" => Artifact.Kind == ArtifactKind.Directory,
            "is_symlink" => Artifact.Kind == ArtifactKind.Symlink,
            "owner" => new LabelValue(Owner),
            "root" => new StructValue([new("path", Root)]),
            _ => null,
        };
        value = found ?? default;
        return found is not null;
    }

    public override IEnumerable<string> AttributeNames =>
        ["basename", "dirname", "extension", "is_directory", "is_source", "is_symlink", "owner", "path", "root", "short_path", "tree_relative_path"];

    public override void AppendRepr(StringBuilder text) =>
        text.Append(Artifact.IsSource ? "<source file " : "<generated file ").Append(ShortPath).Append('>');

    public override bool Equals(Value other) => other.As<FileValue>() is { } file && ReferenceEquals(Artifact, file.Artifact);

    public override int Hash() => Artifact.ExecPath.GetHashCode(StringComparison.Ordinal);
}
