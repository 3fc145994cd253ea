using System.Text;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>repository_ctx (https://bazel.build/rules/lib/builtins/repository_ctx): what a repository rule makes its folder with.</summary>
internal sealed partial class RepositoryContext : StarlarkObject
{
    private readonly string name;
    private readonly string root;
    private readonly RepositoryHost host;
    private readonly RepositorySet repositories;
    private readonly RepositoryInputs inputs;
    private readonly CancellationToken cancellation;
    private readonly OverlayFolder folder;
    private readonly RepositoryEnvironment environment;
    private readonly Dictionary<string, Value> members;

    /// <param name="name">The repository's name.</param>
    /// <param name="root">Its folder, absolute.</param>
    /// <param name="attributes">ctx.attr.</param>
    /// <param name="inputs">Hears of all that is looked at.</param>
    public RepositoryContext(
        string name, string root, StructValue attributes, RepositoryHost host, RepositorySet repositories, RepositoryInputs inputs, CancellationToken cancellation)
    {
        this.name = name;
        this.root = root;
        this.host = host;
        this.repositories = repositories;
        this.inputs = inputs;
        this.cancellation = cancellation;
        folder = new OverlayFolder(root);
        environment = new RepositoryEnvironment(host.Environment, inputs);
        members = new(StringComparer.Ordinal)
        {
            ["attr"] = attributes,
            ["name"] = name,
            ["original_name"] = name,
            ["os"] = new StructValue(
            [
                new("name", "linux"),
                new("arch", System.Runtime.InteropServices.RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "aarch64" : "amd64"),
                new("environ", environment),
            ]),
            ["workspace_root"] = new RepositoryPath(repositories.Main.Root, inputs),
        };
        foreach (Builtin function in Functions())
            members.Add(function.Name, function);
    }

    public override string TypeName => "repository_ctx";

    public override IEnumerable<string> AttributeNames => members.Keys;

    public override bool TryGetAttribute(string name, out Value value) => members.TryGetValue(name, out value);

    private IEnumerable<Builtin> Functions() =>
    [
        new("path", "path", (in CallContext c) => new RepositoryPath(Resolve(c[0]), inputs)),
        new("read", "path, *, watch=\"auto\"", (in CallContext c) => Encoding.UTF8.GetString(ReadInput(Resolve(c[0])))),
        new("file", "path, content=\"\", executable=True, legacy_utf8=True", (in CallContext c) => Write(Output(c[0]), c.String(1), c[2].Truth)),
        new("template", "path, template, substitutions={}, executable=True, *, watch_template=\"auto\"", Template),
        new("symlink", "target, link_name", (in CallContext c) =>
        {
            File.CreateSymbolicLink(folder.Prepare(Output(c[1])), Resolve(c[0]));
            return Value.None;
        }),
        new("delete", "path", (in CallContext c) => Delete(Output(c[0]))),
        new("patch", "patch_file, strip=0, *, watch_patch=\"auto\"", (in CallContext c) => Patch(Resolve(c[0]), c.Int(1))),
        new("which", "program", (in CallContext c) => Which(c.String(0)) is { } path ? new RepositoryPath(path, inputs) : Value.None),
        new("execute", "arguments, timeout=600, environment={}, quiet=True, working_directory=\"\"", Execute),
        new("getenv", "name, default=None", (in CallContext c) => environment.Read(c.String(0)) is { } value ? value : c[1]),
        new("report_progress", "status=\"\"", static (in CallContext _) => Value.None),
        new("watch", "path", Watch),
        new("watch_tree", "path", Watch),
        new("extract", "archive, output=\"\", stripPrefix=\"\", *, strip_prefix=\"\", rename_files={}, watch_archive=\"auto\", type=\"\"", Extract),
        new("download", "url, output=\"\", sha256=\"\", executable=False, allow_fail=False, canonical_id=\"\", auth={}, headers={}, *, integrity=\"\", block=True", Download),
        new("download_and_extract", "url, output=\"\", sha256=\"\", type=\"\", stripPrefix=\"\", allow_fail=False, canonical_id=\"\", auth={}, *, "
            + "headers={}, integrity=\"\", rename_files={}, strip_prefix=\"\"", DownloadAndExtract),
    ];

    private Value Watch(in CallContext c)
    {
        inputs.AddFile(Resolve(c[0]));
        return Value.None;
    }

    /// <summary>An absolute path from a text, a path or the label of a file.</summary>
    private string Resolve(Value value)
    {
        if (value.As<RepositoryPath>() is { } path)
            return path.Path;
        if (value.As<LabelValue>() is { } label)
            return OfLabel(label.Label);
        return value.AsString() is { } text
            ? Path.GetFullPath(text, root)
            : throw StarlarkException.Create($"got '{value.TypeName}', want string, Label or path");
    }

    private string OfLabel(Label label)
    {
        Repository repository = repositories.Get(label.Repository, WaitGraph.MakerOf(new RepositoryName(name)));
        string path = PackageId.Join(PackageId.Join(repository.Root, label.Package.Path), label.Name);
        if (!File.Exists(path))
        {
            // The root BUILD file of a repository may lie elsewhere.
            path = repository.BuildFile is { } build && label.Package.Path.Length == 0 && label.Name is "BUILD" or "BUILD.bazel"
                ? repository.BuildFile!
                : throw Failed($"'{label}' is no file: {path} does not exist");
        }

        inputs.AddFile(path);
        return path;
    }

    /// <summary>A path of the repository, relative to its folder.</summary>
    private string Output(Value value)
    {
        string path = Resolve(value);
        return path.StartsWith(root + "/", StringComparison.Ordinal)
            ? path[(root.Length + 1)..]
            : throw Failed($"cannot write to {path}: it is outside of the repository's folder");
    }

    private BazelException Failed(string problem) => new(BazelErrorCode.RepositoryRuleFailed, $"repository rule of @{name}: {problem}");
}
