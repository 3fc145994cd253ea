using TfNative.Execution;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Files that a program needs when it runs (https://bazel.build/rules/lib/builtins/runfiles).</summary>
public sealed class Runfiles : StarlarkObject
{
    public static readonly Runfiles Empty = new(NestedSet<Artifact>.Empty, null);

    private readonly FileValues? values;

    public Runfiles(NestedSet<Artifact> files, FileValues? values)
    {
        Files = files;
        this.values = values;
    }

    public NestedSet<Artifact> Files { get; }

    /// <summary>Files that stand elsewhere in the tree than where their own paths say.</summary>
    public IReadOnlyList<RunfilesLink> Links { get; init; } = [];

    public override string TypeName => "runfiles";

    public Runfiles Merge(params IEnumerable<Runfiles> others)
    {
        Runfiles[] all = [this, .. others];
        Runfiles[] filled = [.. all.Where(r => !r.Files.IsEmpty || r.Links.Count > 0)];
        return filled.Length switch
        {
            0 => this,
            1 => filled[0],
            _ => new(NestedSet<Artifact>.Create(NestedSetOrder.Stable, [], filled.Select(r => r.Files)), filled[0].values)
            {
                Links = [.. filled.SelectMany(r => r.Links)],
            },
        };
    }

    public override bool TryGetAttribute(string name, out Value value)
    {
        switch (name)
        {
            case "files":
                value = values is null ? Depset.Empty : values.ToDepset(Files);
                return true;
            case "merge":
                value = new Builtin("merge", "other", (in CallContext c) => Merge(c[0].As<Runfiles>() ?? throw c.Error("merge wants runfiles")));
                return true;
            case "merge_all":
                value = new Builtin("merge_all", "other", (in CallContext c) =>
                    Merge((SequenceReader.Of(c[0]) ?? []).Select(r => r.As<Runfiles>()).OfType<Runfiles>()));
                return true;
            case "symlinks":
            case "root_symlinks":
                value = Depset.Of(Links.Where(link => link.AtRoot == (name == "root_symlinks")).Select(link => (Value)link));
                return true;
            case "empty_filenames":
                value = Depset.Empty;
                return true;
            default:
                value = default;
                return false;
        }
    }
}
