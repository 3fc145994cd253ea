using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>Runs protoc on the direct sources of a proto_library (proto_common.bzl, compile).</summary>
internal static class ProtoCompile
{
    /// <param name="arguments">Before the import folders.</param>
    /// <param name="more">Inputs beside the sources.</param>
    public static void Add(RuleContext context, StructValue info, string mnemonic, Artifact[] outputs, string[] arguments, NestedSet<Artifact>[] more)
    {
        ConfiguredTarget compiler = context.Prerequisite(ProtoLibraryRule.Compiler.Name)
            ?? throw context.Error(BazelErrorCode.MissingAttribute, "there is no protoc; declare the repository com_google_protobuf");
        Artifact program = compiler.Default?.Executable ?? compiler.Files[0];
        string[] command =
        [
            program.ExecPath, .. arguments, .. ImportFolders(info), "-I.",
            .. SequenceReader.Of(info.Fields["direct_sources"])!.Select(s => s.As<FileValue>()!.Path),
        ];
        context.Graph.Add(new SpawnAction
        {
            Mnemonic = mnemonic,
            Owner = context.Label.ToString(),
            Description = $"{mnemonic} {context.Label}",
            CommandLine = CommandLine.Of(command),
            Environment = context.ActionEnvironment,
            Tools = [program],
            InputSets = [ArtifactSets.Of(ProtoInfos.Files(info, "transitive_sources")), .. more.Select(ArtifactSets.Of), ArtifactSets.Of(compiler.Default?.Runfiles.Files ?? NestedSet<Artifact>.Empty)],
            Outputs = [.. outputs],
        });
    }

    /// <summary>Virtual folders first, then those of other repositories' outputs, then the rest.</summary>
    private static IEnumerable<string> ImportFolders(StructValue info)
    {
        string[] paths = [.. info.Fields["transitive_proto_path"].As<Depset>()!.Elements.ToList().Select(p => p.ToString())];
        return paths.Where(p => Depth(p) > 4).Concat(paths.Where(p => Depth(p) is > 2 and <= 4)).Concat(paths.Where(p => Depth(p) <= 2 && p != "."))
            .Select(p => "-I" + p);

        static int Depth(string path) => path.Count(c => c == '/');
    }
}
