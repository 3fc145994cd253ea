using System.Collections.Concurrent;
using TfNative.Execution;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>One Starlark value for each artifact of a build.</summary>
public sealed class FileValues
{
    private readonly ConcurrentDictionary<Artifact, FileValue> values = new(ReferenceEqualityComparer.Instance);

    public FileValue Register(Artifact artifact, Label owner, string root) =>
        values.GetOrAdd(artifact, static (a, x) => new FileValue(a, x.owner, x.root), (owner, root));

    /// <summary>The value of an artifact that analysis has made.</summary>
    public FileValue Get(Artifact artifact) => values.TryGetValue(artifact, out FileValue? value)
        ? value
        : values.GetOrAdd(artifact, static a => new FileValue(a, new Label(PackageId.MainRoot, a.ExecPath), RootOf(a.ExecPath)));

    /// <summary>The depset of a set's files; every part of it is converted once, whoever asks.</summary>
    public Depset ToDepset(NestedSet<Artifact> set)
    {
        if (set.Memo is Depset known)
            return known;
        var direct = new Value[set.Direct.Length];
        for (int i = 0; i < direct.Length; i++)
            direct[i] = Get(set.Direct[i]);
        var transitive = new NestedSet<Value>[set.Transitive.Length];
        for (int i = 0; i < transitive.Length; i++)
            transitive[i] = ToDepset(set.Transitive[i]).Elements;
        var made = new Depset(NestedSet<Value>.Create(set.Order, direct, transitive));
        if (!made.Elements.IsEmpty)
            made.Elements.Memo ??= set;
        set.Memo = made;
        return made;
    }

    /// <summary>The artifacts of a depset of files.</summary>
    public static NestedSet<Artifact> FromDepset(Depset depset) => From(depset.Elements);

    private static NestedSet<Artifact> From(NestedSet<Value> set)
    {
        if (set.Memo is NestedSet<Artifact> known)
            return known;
        NestedSet<Artifact> made = NestedSet<Artifact>.Create(
            set.Order,
            set.Direct.Select(v => v.As<FileValue>()?.Artifact).OfType<Artifact>(),
            set.Transitive.Select(From));
        set.Memo = made;
        return made;
    }

    private static string RootOf(string execPath)
    {
        int bin = execPath.IndexOf("/bin/", StringComparison.Ordinal);
        return execPath.StartsWith("bazel-out/", StringComparison.Ordinal) && bin > 0 ? execPath[..(bin + 4)] : "";
    }
}
