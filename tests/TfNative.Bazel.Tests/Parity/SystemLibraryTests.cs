using TfNative.Bazel.Tests.Golden;

namespace TfNative.Bazel.Tests.Parity;

/// <summary>Libraries of the system through the BUILD files that TensorFlow has for them, made by TensorFlow's own repository rules.</summary>
public class SystemLibraryTests(OutputBaseFixture output) : IClassFixture<OutputBaseFixture>
{
    private string Ask(string query, QueryOutput format, string systemLibraries, params RepositoryDeclaration[] repositories)
    {
        TranslationRequest request = GoldenRequests.OfTensorFlow();
        BazelQueryResult result = BazelQuery.Run(
            request with
            {
                OutputBase = output.Path,
                Repositories = [.. request.Repositories, .. repositories],
                RepositoryEnvironment = new Dictionary<string, string> { ["TF_SYSTEM_LIBS"] = systemLibraries },
            },
            query, format, null, new SilentListener(), CancellationToken.None);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return result.Text;
    }

    private static RepositoryDeclaration Zlib => new()
    {
        Name = "zlib",
        Rule = "//third_party:repo.bzl%tf_http_archive",
        Attributes = new Dictionary<string, string>
        {
            ["urls"] = "mirror.tensorflow.org/zlib;system",
            ["sha256"] = "",
            ["system_build_file"] = "//third_party/systemlibs:zlib.BUILD",
        },
    };

    [Fact]
    public void A_library_is_its_linker_option() =>
        Assert.Contains("linkopts = [\"-lz\"]", Ask("@zlib//:zlib", QueryOutput.Build, "zlib", Zlib), StringComparison.Ordinal);

    [Fact]
    public void A_macro_of_TensorFlow_lays_BUILD_files_over_every_package()
    {
        var abseil = new RepositoryDeclaration { Name = "com_google_absl", Rule = "//third_party/absl:workspace.bzl%repo" };
        Assert.Equal(
            "cc_library rule @com_google_absl//absl/strings:strings\n",
            Ask("@com_google_absl//absl/strings", QueryOutput.LabelKind, "com_google_absl", abseil));
        Assert.Contains("-labsl_strings", Ask("@com_google_absl//absl/strings", QueryOutput.Build, "com_google_absl", abseil), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_configured_follows_the_environment_that_its_rule_reads()
    {
        var syslibs = new RepositoryDeclaration { Name = "local_config_syslibs", Rule = "//third_party/systemlibs:syslibs_configure.bzl%syslibs_configure" };
        Ask("@local_config_syslibs//:all", QueryOutput.Label, "", syslibs);
        string definitions = $"{output.Path}/external/local_config_syslibs/build_defs.bzl";
        Assert.Contains("SYSTEM_LIBS_ENABLED = False", File.ReadAllText(definitions), StringComparison.Ordinal);
        DateTime made = File.GetLastWriteTimeUtc(definitions);

        Ask("@local_config_syslibs//:all", QueryOutput.Label, "", syslibs);
        Assert.Equal(made, File.GetLastWriteTimeUtc(definitions));

        Ask("@local_config_syslibs//:all", QueryOutput.Label, "zlib,snappy", syslibs);
        Assert.Contains("'zlib',\n'snappy',", File.ReadAllText(definitions), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_system_library_the_archive_is_asked_for()
    {
        TranslationRequest request = GoldenRequests.OfTensorFlow();
        BazelQueryResult result = BazelQuery.Run(
            request with { OutputBase = output.Path, Repositories = [.. request.Repositories, Zlib with { Name = "zlib2" }] },
            "@zlib2//:all", QueryOutput.Label, null, new SilentListener(), CancellationToken.None);
        Assert.Equal(BazelErrorCode.DownloadNotDeclared, result.Diagnostics[0].Code);
    }
}
