using System.Text;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>A path as repository rules have it (https://bazel.build/rules/lib/builtins/path).</summary>
/// <param name="path">Absolute.</param>
internal sealed class RepositoryPath(string path, RepositoryInputs inputs) : StarlarkObject
{
    public string Path { get; } = path;

    public override string TypeName => "path";

    public override bool IsHashable => true;

    public override IEnumerable<string> AttributeNames => ["basename", "dirname", "exists", "get_child", "is_dir", "readdir", "realpath"];

    public override bool TryGetAttribute(string name, out Value value)
    {
        switch (name)
        {
            case "basename":
                value = System.IO.Path.GetFileName(Path);
                return true;
            case "dirname":
                value = System.IO.Path.GetDirectoryName(Path) is { } parent ? With(parent) : Value.None;
                return true;
            case "exists":
                inputs.AddFile(Path);
                value = File.Exists(Path) || Directory.Exists(Path);
                return true;
            case "is_dir":
                inputs.AddFile(Path);
                value = Directory.Exists(Path);
                return true;
            case "realpath":
                value = With(PhysicalFileSystem.Instance.RealPath(Path));
                return true;
            case "get_child":
                value = new Builtin("get_child", "*relative_paths", (in CallContext c) =>
                    With(System.IO.Path.GetFullPath(string.Join('/', c.Args.Select(a => a.ToString())), Path)));
                return true;
            case "readdir":
                value = new Builtin("readdir", "watch=\"auto\"", (in CallContext _) =>
                {
                    inputs.AddFolder(Path);
                    return new StarlarkList(Directory.EnumerateFileSystemEntries(Path).Order(StringComparer.Ordinal).Select(e => (Value)With(e)));
                });
                return true;
            default:
                value = default;
                return false;
        }
    }

    public override void AppendRepr(StringBuilder text) => text.Append(Path);

    public override bool Equals(Value other) => other.As<RepositoryPath>() is { } path && path.Path == Path;

    public override int Hash() => Path.GetHashCode(StringComparison.Ordinal);

    private RepositoryPath With(string other) => new(other, inputs);
}
