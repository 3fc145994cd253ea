using TfNative.Execution;
using TfNative.Starlark;

namespace TfNative.Bazel;

/// <summary>Makes and reads ProtoInfo (https://bazel.build/rules/lib/providers/ProtoInfo; Bazel's proto_info.bzl).</summary>
internal static class ProtoInfos
{
    public static StructValue Create(RuleContext context, Artifact[] sources, IReadOnlyList<StructValue> deps, Artifact descriptorSet, string protoPath)
    {
        string repository = context.Label.Package.Repository.ExecPath, bin = context.Configuration.BinDirectory;
        bool isVirtual = protoPath.Contains("_virtual_imports/", StringComparison.Ordinal);
        IEnumerable<string> roots = sources.Select(s => context.FileValues.Get(s).Root).Distinct()
            .Select(root => OrDot(PackageId.Join(root, PackageId.Join(repository, protoPath))));
        NestedSet<Artifact> transitive = Joined(NestedSetOrder.Preorder, sources, deps, "transitive_sources");
        NestedSet<Value> paths = NestedSet<Value>.Create(
            NestedSetOrder.Stable, roots.Select(r => (Value)r), deps.Select(d => d.Fields["transitive_proto_path"].As<Depset>()!.Elements));
        Depset exported = context.FileValues.ToDepset(Own("_exported_sources")), checkedSources = context.FileValues.ToDepset(Own("check_deps_sources"));
        var direct = new StarlarkList(sources.Select(s => (Value)context.FileValues.Get(s)));
        Depset all = context.FileValues.ToDepset(transitive);
        return new StructValue(
        [
            new("direct_sources", direct),
            new("transitive_sources", all),
            new("direct_descriptor_set", context.FileValues.Get(descriptorSet)),
            new("transitive_descriptor_sets", context.FileValues.ToDepset(Joined(NestedSetOrder.Stable, [descriptorSet], deps, "transitive_descriptor_sets"))),
            new("proto_source_root", OrDot(isVirtual ? PackageId.Join(bin, PackageId.Join(repository, protoPath)) : PackageId.Join(repository, protoPath))),
            new("transitive_proto_path", new Depset(paths)),
            new("check_deps_sources", checkedSources),
            new("transitive_imports", all),
            new("_direct_proto_sources", direct),
            new("_transitive_proto_sources", all),
            new("_exported_sources", exported),
        ], BuiltinProviders.Proto);

        NestedSet<Artifact> Own(string field) => sources.Length > 0
            ? NestedSet<Artifact>.Of(sources)
            : Joined(NestedSetOrder.Stable, [], deps, field);
    }

    public static NestedSet<Artifact> Files(StructValue info, string field) => FileValues.FromDepset(info.Fields[field].As<Depset>()!);

    /// <summary>A file's path within its repository.</summary>
    public static string RepositoryRelative(RuleContext context, Artifact file)
    {
        string path = context.FileValues.Get(file).ShortPath;
        return path.StartsWith("../", StringComparison.Ordinal) ? path.Split('/', 3)[2] : path;
    }

    /// <summary>What an import statement calls a source.</summary>
    public static string ImportPath(RuleContext context, Artifact file)
    {
        const string Folder = "_virtual_imports/";
        string path = RepositoryRelative(context, file);
        int start = path.IndexOf(Folder, StringComparison.Ordinal);
        return start < 0 ? path : path[(path.IndexOf('/', start + Folder.Length) + 1)..];
    }

    private static NestedSet<Artifact> Joined(NestedSetOrder order, IEnumerable<Artifact> direct, IReadOnlyList<StructValue> deps, string field) =>
        NestedSet<Artifact>.Create(order, direct, deps.Select(d => Files(d, field)));

    private static string OrDot(string path) => path.Length == 0 ? "." : path;
}
