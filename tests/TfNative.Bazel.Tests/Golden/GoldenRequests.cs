namespace TfNative.Bazel.Tests.Golden;

/// <summary>Requests for the workspaces that Bazel answered about: same sources, same repositories, same flags.</summary>
internal static class GoldenRequests
{
    // What TensorFlow's .bazelrc sets for every build, as Bazel was told.
    private static readonly string[] TensorFlowDefines =
    [
        "framework_shared_object=true", "tsl_protobuf_header_only=true", "use_fast_cpp_protos=true", "allow_oversize_protos=true",
        "grpc_no_ares=true", "with_xla_support=true", "tf_api_version=2", "no_aws_support=true", "no_hdfs_support=true",
    ];

    /// <summary>TensorFlow, with an output folder of its own that the caller deletes.</summary>
    public static TranslationRequest OfTensorFlow(params string[] defines) => Create("tensorflow", "tf") with
    {
        WorkspaceName = "org_tensorflow",
        Defines = TensorFlowDefines.Concat(defines).Select(d => d.Split('=', 2)).ToDictionary(d => d[0], d => d[1]),
        CxxOpts = ["-std=c++17"],
        HostCxxOpts = ["-std=c++17"],
        Flags = new Dictionary<string, string>
        {
            ["features"] = "-force_no_whole_archive",
            ["incompatible_remove_legacy_whole_archive"] = "false",
            ["experimental_link_static_libraries_once"] = "false",
        },
    };

    /// <summary>A workspace that was written for Bazel's answers.</summary>
    public static string Stub(string name) => Path.Combine(AppContext.BaseDirectory, "Golden", "Data", "stub", name);

    /// <summary>Where a project lies: such a workspace, or sources.</summary>
    public static string FolderOf(string project) => Directory.Exists(Stub(project)) ? Stub(project) : GoldenSources.Find(project);

    /// <summary>One of the smaller projects as main repository.</summary>
    /// <param name="project">Name of a source and of its WORKSPACE file.</param>
    /// <param name="workspace">Where it lies.</param>
    public static TranslationRequest Of(string project, string workspace) => Create(project, project) with { Workspace = workspace };

    private static TranslationRequest Create(string source, string workspace) => new()
    {
        Workspace = FolderOf(source),
        WorkspaceName = GoldenWorkspace.NameOf(workspace),
        Targets = [],
        DistinctExecConfiguration = true,
        Visibility = VisibilityPolicy.Ignore,
        Repositories = GoldenWorkspace.Read(workspace),
        Binds = GoldenWorkspace.ReadBinds(workspace),
        RepositoryPrograms = ["bash", "python3", "test", "uname", "which"],
        CheckSources = false,
        OutputBase = Path.Combine(Path.GetTempPath(), "tfnative-golden-" + Guid.NewGuid().ToString("n")),
    };
}
