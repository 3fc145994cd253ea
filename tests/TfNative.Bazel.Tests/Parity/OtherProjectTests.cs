using TfNative.Bazel.Tests.Golden;

namespace TfNative.Bazel.Tests.Parity;

/// <summary>Repositories for whose actions no answer of Bazel's is kept: they must at least be analysed, every target.</summary>
public class OtherProjectTests
{
    [Theory]
    [InlineData("double-conversion", "//:all")]
    [InlineData("nsync", "//:all")]
    [InlineData("gemmlowp", "//:all")]
    [InlineData("xnnpack", "//:all")]
    [InlineData("protobuf", "//:protobuf", "//:protobuf_lite", "//:protoc")]
    [InlineData("protos", "//:all", "@com_google_protobuf//:cc_wkt_protos", "@com_google_protobuf//:cc_test_protos", "@com_google_protobuf//:generic_test_protos")]
    public void Every_target_is_analysed(string project, params string[] targets)
    {
        TranslationResult ours = GoldenTranslation.OfProject(project, GoldenRequests.FolderOf(project), targets, CompilationMode.Opt);
        Assert.Empty(ours.Diagnostics.Select(d => d.Message));
        Assert.Contains(ours.Graph!.Actions, a => a.Mnemonic == "CppCompile");
    }

    /// <summary>As proto_common.bzl writes them: the output folder first, then virtual import folders, then the execution root.</summary>
    [Fact]
    public void A_cc_proto_library_runs_protoc_for_each_proto_library_below_whose_code_the_runtime_lacks()
    {
        TranslationResult ours = GoldenTranslation.OfProject("protos", GoldenRequests.Stub("protos"), ["//:all_cc_proto"], CompilationMode.Opt);
        Assert.Empty(ours.Diagnostics);
        Assert.Equal(
            [
                "//:a_proto --cpp_out=bazel-out/k8-opt/bin -I. a.proto",
                "//:b_proto --cpp_out=bazel-out/k8-opt/bin -Ibazel-out/k8-opt/bin/external/com_google_protobuf/_virtual_imports/any_proto -I. sub/b.proto",
                "//:c_proto --cpp_out=bazel-out/k8-opt/bin/_virtual_imports/c_proto -Ibazel-out/k8-opt/bin/_virtual_imports/c_proto -I. bazel-out/k8-opt/bin/_virtual_imports/c_proto/c.proto",
            ],
            OurActions.Of(ours.Graph!).Where(a => a.Mnemonic == "GenProto").Select(a => $"{a.Owner} {string.Join(' ', a.Argv.Skip(1))}").Order(StringComparer.Ordinal));
    }
}
