namespace TfNative.Bazel.Tests.Golden;

/// <summary>Translates workspaces as they were given to Bazel for its answers: same flags, same repositories.</summary>
internal static class GoldenTranslation
{
    // What TensorFlow's .bazelrc sets for every build, as Bazel was told.
    private static readonly string[] TensorFlowDefines =
    [
        "framework_shared_object=true", "tsl_protobuf_header_only=true", "use_fast_cpp_protos=true", "allow_oversize_protos=true",
        "grpc_no_ares=true", "with_xla_support=true", "tf_api_version=2", "no_aws_support=true", "no_hdfs_support=true",
    ];

    public static TranslationResult OfTensorFlow(IReadOnlyList<string> targets, CompilationMode mode, bool all, params string[] defines) => Run("tf", new()
    {
        Workspace = GoldenSources.Find("tensorflow"),
        WorkspaceName = "org_tensorflow",
        Targets = targets,
        Mode = mode,
        RegisterAllActions = all,
        Defines = TensorFlowDefines.Concat(defines).Select(d => d.Split('=', 2)).ToDictionary(d => d[0], d => d[1]),
        CxxOpts = ["-std=c++17"],
        HostCxxOpts = ["-std=c++17"],
        Flags = new Dictionary<string, string>
        {
            ["features"] = "-force_no_whole_archive",
            ["incompatible_remove_legacy_whole_archive"] = "false",
            ["experimental_link_static_libraries_once"] = "false",
        },
        OutputBase = "",
    });

    /// <summary>A repository by itself: all of its targets' actions, as aquery lists them.</summary>
    /// <param name="project">Name of a source and of its WORKSPACE file.</param>
    /// <param name="buildFile">A BUILD file for its root, absolute; null for its own.</param>
    public static TranslationResult OfProject(string project, IReadOnlyList<string> targets, CompilationMode mode, string? buildFile = null)
    {
        using var workspace = new ProjectFolder(GoldenSources.Find(project), buildFile);
        return Run(project, new()
        {
            Workspace = workspace.Path,
            WorkspaceName = GoldenWorkspace.NameOf(project),
            Targets = targets,
            Mode = mode,
            RegisterAllActions = true,
            OutputBase = "",
        });
    }

    private static TranslationResult Run(string workspace, TranslationRequest request)
    {
        string output = Path.Combine(Path.GetTempPath(), "tfnative-golden-" + Guid.NewGuid().ToString("n"));
        string profile = Path.Combine(AppContext.BaseDirectory, "Golden", "Data", "configuration");
        try
        {
            return BazelTranslator.Translate(
                request with
                {
                    DistinctExecConfiguration = true,
                    Visibility = VisibilityPolicy.Ignore,
                    Repositories =
                    [
                        .. Directory.EnumerateDirectories(profile).Select(d => new RepositoryDeclaration { Name = Path.GetFileName(d), Path = d }),
                        .. GoldenWorkspace.Read(workspace),
                    ],
                    CheckSources = false,
                    OutputBase = output,
                },
                new SilentListener(),
                CancellationToken.None);
        }
        finally
        {
            if (Directory.Exists(output))
                Directory.Delete(output, recursive: true);
        }
    }

    public static string KnownDifferences(string name) => Path.Combine(AppContext.BaseDirectory, "Parity", name + ".differences.txt");

    private sealed class SilentListener : ITranslationListener
    {
        public void OnDiagnostic(BazelDiagnostic diagnostic)
        {
        }

        public void OnPrint(string location, string text)
        {
        }
    }
}
