using TfNative.Execution;

namespace TfNative.Bazel;

/// <summary>
/// The C++ of a proto_library and of those below it. Bazel makes it by an aspect (cc_proto_aspect of cc_proto_library.bzl):
/// once for each proto_library, in its package and under its name, whichever cc_proto_library asks.
/// </summary>
/// <param name="Files">What a build of it makes.</param>
/// <param name="Headers">Its headers, or those of its dependencies when it has no sources of its own.</param>
internal sealed record CcProto(CcInfo Info, NestedSet<Artifact> Files, NestedSet<Artifact> Headers)
{
    private const string HeaderSuffix = ".pb.h", SourceSuffix = ".pb.cc";

    /// <exception cref="BazelException">The target is no proto_library, or only some of its sources have their C++ in the runtime.</exception>
    public static CcProto Of(RuleContext user, ConfiguredTarget target, ProtoLangToolchain toolchain)
    {
        if (target.Target is not Rule rule || target.Providers.Get(BuiltinProviders.Proto) is not StructValue info)
        {
            throw new BazelException(
                BazelErrorCode.MissingProvider, $"in deps attribute of {user.Rule.RuleClass.Name} rule {user.Label}: '{target.Label}' does not have mandatory providers: 'ProtoInfo'",
                user.Rule.Location, user.Label);
        }

        Dictionary<ConfiguredTarget, CcProto> known = user.Environment.CcProtos;
        if (!known.TryGetValue(target, out CcProto? made))
            known.Add(target, made = Make(new RuleContext(user.Analyzer, rule, target.Configuration!), info, toolchain));
        return made;
    }

    private static CcProto Make(RuleContext context, StructValue info, ProtoLangToolchain toolchain)
    {
        CcProto[] below = [.. context.Prerequisites("deps").Where(d => d.Providers.Has(BuiltinProviders.Proto)).Select(d => Of(context, d, toolchain))];
        CcInfo[] deps = [.. toolchain.Runtime?.Cc is { } runtime ? (CcInfo[])[runtime] : [], .. below.Select(b => b.Info)];
        Artifact[] direct = [.. SequenceReader.Of(info.Fields["direct_sources"])!.Select(s => s.As<FileValue>()!.Artifact)];
        Artifact[] provided = [.. direct.Where(toolchain.Provides)];
        if (provided.Length > 0 && provided.Length < direct.Length)
        {
            throw context.AttributeError(
                "srcs", $"'{provided[0].ExecPath}' has its C++ in the runtime and '{direct.Except(provided).First().ExecPath}' has not; separate it into two proto_library rules");
        }

        bool generates = direct.Length > 0 && provided.Length == 0;
        Artifact[] headers = generates ? [.. direct.Select(s => Declare(context, s, HeaderSuffix))] : [];
        Artifact[] sources = generates ? [.. direct.Select(s => Declare(context, s, SourceSuffix))] : [];
        NestedSet<Artifact> offered = direct.Length > 0
            ? NestedSet<Artifact>.Of(headers)
            : NestedSet<Artifact>.Create(NestedSetOrder.Stable, [], below.Select(b => b.Headers));
        string root = info.Fields["proto_source_root"].ToString();
        if (generates)
            Generate(context, info, toolchain, root, [.. headers, .. sources]);

        CcCompilationContext compilation = CcContextBuilder.Create(context, new()
        {
            Name = context.Label.Name,
            PublicHeaders = headers,
            TextualHeaders = direct.Length > 0 ? [] : offered.ToList(),
            StripIncludePrefix = StripIncludePrefix(context, root),
            Dependencies = [.. deps.Select(d => d.Compilation)],
        });
        CompilationOutputs outputs = CcCompiler.Compile(context, new()
        {
            Name = context.Label.Name,
            Sources = sources,
            Context = compilation,
            Features = context.Rule.Package.Defaults.Features,
        });
        CcLinkingContext[] linkings = [.. deps.Select(d => d.Linking)];
        LibraryToLink? library = outputs.IsEmpty ? null : CcLibraryLinking.Create(
            context, context.Label.Name, outputs, alwaysLink: false, dynamic: true, CcLinkingContext.Merge(linkings), [], [], context.Rule.Package.Defaults.Features);
        CcLinkingContext linking = CcLinkingContext.Of(
            new LinkerInput(context.Label, library is null ? [] : [library], [], []) { Values = context.FileValues }, linkings);
        return new(
            new CcInfo(compilation, linking, context.FileValues),
            NestedSet<Artifact>.Create(NestedSetOrder.Stable, [.. headers, .. sources], library is null ? [] : [library.FilesToBuild()]),
            offered);
    }

    private static void Generate(RuleContext context, StructValue info, ProtoLangToolchain toolchain, string root, Artifact[] outputs)
    {
        if (outputs[0].Generator is not null)
            return;
        string bin = context.Configuration.BinDirectory;
        string folder = root == bin ? "" : root.StartsWith(bin + "/", StringComparison.Ordinal) ? root[(bin.Length + 1)..] : root;
        string output = folder is "" or "." ? bin : bin + "/" + folder;
        Artifact? plugin = toolchain.Plugin?.Default?.Executable;
        ProtoCompile.Add(
            context, info, toolchain.Mnemonic, outputs,
            [
                toolchain.OutputFlag.Replace("%s", output, StringComparison.Ordinal),
                .. plugin is null ? (string[])[] : [toolchain.PluginFlag.Replace("%s", plugin.ExecPath, StringComparison.Ordinal)],
            ],
            toolchain.Plugin?.Default is { } files ? [files.Files, files.Runfiles.Files] : []);
    }

    /// <summary>Beside the source, or at the same place under the output folder.</summary>
    private static Artifact Declare(RuleContext context, Artifact source, string suffix)
    {
        string bin = context.Configuration.BinDirectory, path = source.ExecPath;
        if (path.StartsWith(bin + "/", StringComparison.Ordinal))
            path = path[(bin.Length + 1)..];
        return context.DeclareAt(Path.ChangeExtension(path, null) + suffix);
    }

    private static string? StripIncludePrefix(RuleContext context, string root)
    {
        string repository = context.Label.Package.Repository.ExecPath, bin = context.Configuration.BinDirectory;
        if (root == "." || root == repository)
            return null;
        string folder = root.StartsWith(bin + "/", StringComparison.Ordinal) ? root[(bin.Length + 1)..] : root;
        if (folder.StartsWith(repository, StringComparison.Ordinal))
            folder = folder[repository.Length..];
        return "//" + folder.TrimStart('/');
    }
}
