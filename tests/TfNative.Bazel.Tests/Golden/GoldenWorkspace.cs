using TfNative.Starlark;

namespace TfNative.Bazel.Tests.Golden;

/// <summary>
/// The repositories of the workspaces that Bazel answered about, read from their WORKSPACE files: each local_repository
/// becomes a declaration, its paths mapped to the sources and stubs at hand.
/// </summary>
internal static class GoldenWorkspace
{
    private static readonly string Data = Path.Combine(AppContext.BaseDirectory, "Golden", "Data");

    private static readonly string Empty = Data + "/stub/zlib/WORKSPACE";

    // Folders of the machine that ran Bazel, and what was laid over them there (Debian's sources have other names).
    private static readonly Dictionary<string, Func<RepositoryDeclaration, RepositoryDeclaration>> Sources = new(StringComparer.Ordinal)
    {
        ["com_google_absl"] = d => d with { Path = GoldenSources.Find("abseil"), BuildFile = "//third_party/absl:com_google_absl.BUILD" },
        ["flatbuffers"] = d => d with
        {
            Path = GoldenSources.Find("flatbuffers"),
            BuildFile = "//third_party/flatbuffers:flatbuffers.BUILD",
            LinkFiles = ["build_defs.bzl=//third_party/flatbuffers:build_defs.bzl"],
        },
        // As third_party/llvm/workspace.bzl makes it, but for mathextras.patch, which is for sources that differ here.
        ["llvm-raw"] = d => d with
        {
            Path = GoldenSources.Find("llvm-toolchain-17"),
            BuildFile = "//third_party/llvm:llvm.BUILD",
            Patches = [.. new[] { "generated", "build", "toolchains", "zstd" }.Select(p => $"//third_party/llvm:{p}.patch")],
            LinkFiles = ["WORKSPACE=" + Empty, .. MissingLlvmFolders().Select(folder => $"{folder}/.folder={Empty}")],
        },
        ["zlib"] = d => d with { Path = GoldenSources.Find("zlib"), BuildFile = "//third_party:zlib.BUILD" },
        // TensorFlow's patches to gRPC and upb are made for another version and apply to none of their files here.
        ["com_github_grpc_grpc"] = d => d with { Path = GoldenSources.Find("grpc") },
        ["com_github_cares_cares"] = d => d with { Path = GoldenSources.Find("grpc") + "/third_party/cares/cares" },
        ["upb"] = d => d with { Path = GoldenSources.Find("grpc") + "/third_party/upb" },
        ["com_google_protobuf"] = d => d with { Path = GoldenSources.Find("protobuf"), Patches = [Data + "/patches/protobuf_alwayslink.patch"] },
    };

    // Source packages whose names differ from the folders' in the WORKSPACE.
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["jsoncpp"] = "libjsoncpp",
        ["abseil"] = "abseil",
    };

    /// <param name="name">Such as "tf" for workspaces/tf.WORKSPACE.</param>
    /// <returns>Those repositories whose sources are at hand.</returns>
    public static IReadOnlyList<RepositoryDeclaration> Read(string name)
    {
        List<RepositoryDeclaration> declarations =
        [
            .. Directory.EnumerateDirectories(Data + "/configuration").Select(d => new RepositoryDeclaration { Name = Path.GetFileName(d), Path = d }),
        ];
        foreach (CallExpression call in Calls(name, "local_repository", "new_local_repository"))
        {
            if (Declare(call) is { } declaration)
                declarations.Add(declaration);
        }

        // What TensorFlow's own configuration rules make, under the names that the WORKSPACE gives them.
        foreach (LoadStatement load in Statements(name).OfType<LoadStatement>().Where(l => l.Module.StartsWith("//third_party/", StringComparison.Ordinal) || l.Module.StartsWith("//tensorflow/", StringComparison.Ordinal)))
        {
            foreach (LoadBinding binding in load.Bindings)
                declarations.AddRange(Calls(name, binding.Local.Name).Select(c => new RepositoryDeclaration { Name = Text(c, "name")!, Rule = $"{load.Module}%{binding.Exported}" }));
        }

        return declarations;
    }

    /// <summary>
    /// Folders of LLVM's overlay whose originals are not unpacked, as no library here needs them. The script that lays
    /// the overlay out wants them all to be there.
    /// </summary>
    private static IEnumerable<string> MissingLlvmFolders()
    {
        string sources = GoldenSources.Find("llvm-toolchain-17"), overlay = sources + "/utils/bazel/llvm-project-overlay";
        return Directory.EnumerateDirectories(overlay, "*", SearchOption.AllDirectories)
            .Select(folder => Path.GetRelativePath(overlay, folder)).Where(folder => !Directory.Exists($"{sources}/{folder}"));
    }

    /// <summary>The name that the workspace gives itself.</summary>
    public static string NameOf(string name) => Text(Calls(name, "workspace").Single(), "name")!;

    /// <summary>Its bind() calls, those of <c>grpc_deps()</c> too.</summary>
    public static IReadOnlyDictionary<string, string> ReadBinds(string name)
    {
        Dictionary<string, string> binds = Calls(name, "bind").ToDictionary(c => Text(c, "name")!, c => Text(c, "actual")!);
        if (Calls(name, "grpc_deps").Any())
        {
            foreach (CallExpression bind in GrpcBinds())
                binds.TryAdd(Text(bind, "name")!, Text(bind, "actual")!);
        }

        return binds;
    }

    private static IEnumerable<CallExpression> GrpcBinds()
    {
        string path = GoldenSources.Find("grpc") + "/bazel/grpc_deps.bzl";
        return StarlarkFile.Parse(path, File.ReadAllBytes(path), Dialect.Bzl).Statements.OfType<DefStatement>()
            .Single(d => d.Name.Name == "grpc_deps").Body.OfType<ExpressionStatement>()
            .Select(s => s.Expression).OfType<CallExpression>().Where(c => c.Function is DotExpression { Name: "bind" });
    }

    private static IEnumerable<CallExpression> Calls(string name, params string[] functions) => Statements(name).OfType<ExpressionStatement>()
        .Select(s => s.Expression).OfType<CallExpression>().Where(c => c.Function is Identifier f && functions.Contains(f.Name));

    private static IReadOnlyList<Statement> Statements(string name)
    {
        string path = $"{Data}/workspaces/{name}.WORKSPACE";
        return StarlarkFile.Parse(path, File.ReadAllBytes(path), Dialect.Build).Statements;
    }

    private static RepositoryDeclaration? Declare(CallExpression call)
    {
        string name = Text(call, "name")!, path = Text(call, "path")!;
        var declaration = new RepositoryDeclaration { Name = name, BuildFile = Text(call, "build_file"), RepositoryMapping = Mapping(call) };
        try
        {
            if (Sources.TryGetValue(name, out Func<RepositoryDeclaration, RepositoryDeclaration>? overlaid) && path.StartsWith("@W@/x/", StringComparison.Ordinal))
                return overlaid(declaration);
            return declaration with { Path = Locate(path) };
        }
        catch (DirectoryNotFoundException)
        {
            // Sources that only other comparisons need; one that is needed is missed by name.
            return null;
        }
    }

    private static string Locate(string path)
    {
        if (path.StartsWith("/usr/share/bazel/platforms", StringComparison.Ordinal))
            return GoldenSources.FindInstalled("/usr/share/bazel/tools/platforms");
        if (path.StartsWith('/'))
            return GoldenSources.FindInstalled(path);
        if (path.StartsWith("@W@/stub/", StringComparison.Ordinal))
        {
            string stub = $"{Data}/stub/{path["@W@/stub/".Length..]}";
            return Directory.Exists(stub) ? stub : Directory.CreateDirectory(stub).FullName;
        }

        string folder = path[(path.LastIndexOf('/') + 1)..];
        return GoldenSources.Find(Names.GetValueOrDefault(folder, folder));
    }

    private static string? Text(CallExpression call, string argument) =>
        call.Arguments.FirstOrDefault(a => a.Name == argument).Value is Literal literal ? literal.Value.AsString() : null;

    private static IReadOnlyList<string> Mapping(CallExpression call) =>
        call.Arguments.FirstOrDefault(a => a.Name == "repo_mapping").Value is DictExpression dict
            ? [.. dict.Entries.Select(e => $"{((Literal)e.Key).Value.AsString()}={((Literal)e.Value).Value.AsString()}")]
            : [];
}
