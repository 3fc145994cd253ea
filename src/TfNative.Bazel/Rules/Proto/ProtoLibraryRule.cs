using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>proto_library() (https://bazel.build/reference/be/protocol-buffer#proto_library; Bazel's proto_library.bzl).</summary>
internal sealed class ProtoLibraryRule : IRuleImplementation
{
    /// <summary>protoc, which writes the descriptor sets.</summary>
    public static readonly AttributeSchema Compiler = new()
    {
        Name = "_proto_compiler",
        Type = AttributeType.Label,
        Transition = AttributeTransition.Exec,
        ComputedDefault = new ConfigurationField("proto", "proto_compiler"),
    };

    public ProviderCollection Analyze(RuleContext context)
    {
        IReadOnlyList<StructValue> deps = Protos(context, "deps"), exports = Protos(context, "exports");
        (string protoPath, Artifact[] sources) = Sources(context);
        Artifact descriptorSet = context.DeclareFile(context.Label.Name + "-descriptor-set.proto.bin");
        StructValue info = ProtoInfos.Create(context, sources, deps, descriptorSet, protoPath);
        WriteDescriptorSet(context, info, sources, deps, descriptorSet);
        return new ProviderCollection()
            .Add(info)
            .Add(new DefaultInfo(NestedSet<Artifact>.Of(descriptorSet), null, Runfiles.Empty, context.FileValues));

        static IReadOnlyList<StructValue> Protos(RuleContext context, string attribute) =>
            [.. context.Prerequisites(attribute).Select(d => d.Providers.Get(BuiltinProviders.Proto) as StructValue ?? throw new BazelException(
                BazelErrorCode.MissingProvider, $"in {attribute} attribute of proto_library rule {context.Label}: '{d.Label}' does not have mandatory providers: 'ProtoInfo'",
                context.Rule.Location, context.Label))];
    }

    /// <summary>The sources, under other names where import prefixes ask for it, and the folder that imports are relative to.</summary>
    private static (string ProtoPath, Artifact[] Sources) Sources(RuleContext context)
    {
        Artifact[] sources = [.. context.Files("srcs")];
        string importPrefix = context.GetString("import_prefix"), strip = context.GetString("strip_import_prefix");
        strip = (strip.StartsWith('/') ? strip[1..] : PackageId.Join(context.Label.Package.Path, strip)).TrimEnd('/');
        if (importPrefix.Length == 0 && strip.Length == 0)
            return ("", sources);
        string folder = "_virtual_imports/" + context.Label.Name;
        return (PackageId.Join(context.Label.Package.Path, folder), [.. sources.Select(Link)]);

        Artifact Link(Artifact source)
        {
            string path = ProtoInfos.RepositoryRelative(context, source);
            string relative = ExecPaths.RelativeTo(path, strip)
                ?? throw context.AttributeError("strip_import_prefix", $".proto file '{path}' is not under the specified strip prefix '{strip}'");
            Artifact link = context.DeclareFile($"{folder}/{PackageId.Join(importPrefix, relative)}");
            if (link.Generator is null)
                context.Graph.Add(new SymlinkAction { Mnemonic = "Symlink", Owner = context.Label.ToString(), Inputs = [source], Outputs = [link] });
            return link;
        }
    }

    private static void WriteDescriptorSet(RuleContext context, StructValue info, Artifact[] sources, IReadOnlyList<StructValue> deps, Artifact output)
    {
        if (sources.Length == 0)
        {
            context.Graph.Add(new WriteFileAction { Mnemonic = "FileWrite", Owner = context.Label.ToString(), Outputs = [output], Content = () => ReadOnlyMemory<byte>.Empty });
            return;
        }

        IEnumerable<Artifact> importable = NestedSet<Artifact>.Create(
            NestedSetOrder.Stable, sources, deps.Select(d => ProtoInfos.Files(d, "_exported_sources"))).ToList();
        ProtoCompile.Add(context, info, "GenProtoDescriptorSet", [output],
        [
            "--direct_dependencies", string.Join(':', importable.Select(a => ProtoInfos.ImportPath(context, a))),
            $"--direct_dependencies_violation_msg=%s is imported, but {context.Label} doesn't directly depend on a proto_library that 'srcs' it.",
            "--descriptor_set_out=" + output.ExecPath,
        ],
        [.. deps.Select(d => ProtoInfos.Files(d, "transitive_descriptor_sets"))]);
    }
}
