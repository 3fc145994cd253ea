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

    public Depset ToDepset(NestedSet<Artifact> set) =>
        (Depset)(set.Memo ??= new Depset(Convert(set, new(ReferenceEqualityComparer.Instance))));

    private NestedSet<Value> Convert(NestedSet<Artifact> set, Dictionary<NestedSet<Artifact>, NestedSet<Value>> done)
    {
        if (set.Memo is Depset known)
            return known.Elements;
        if (!done.TryGetValue(set, out NestedSet<Value>? converted))
        {
            converted = NestedSet<Value>.Create(
                set.Order, set.Direct.Select(a => (Value)Get(a)), set.Transitive.Select(t => Convert(t, done)));
            done.Add(set, converted);
        }

        return converted;
    }

    /// <summary>The artifacts of a depset of files.</summary>
    public static NestedSet<Artifact> FromDepset(Depset depset) => (NestedSet<Artifact>)(depset.Elements.Memo ??= From(depset.Elements));

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
