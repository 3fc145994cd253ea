using TfNative.Bazel.Tests.Golden;

namespace TfNative.Bazel.Tests.Parity;

/// <summary>All actions of repositories that stand alone, tests and shared libraries too, as a real Bazel lists them.</summary>
public class ProjectParityTests
{
    [Theory]
    [InlineData("abseil/abseil-lib")]
    [InlineData("abseil/abseil")]
    [InlineData("re2/re2")]
    [InlineData("re2/re2-all")]
    [InlineData("flatbuffers/flatbuffers")]
    [InlineData("snappy/snappy")]
    public void Optimised_actions_are_those_of_Bazel(string name) => Compare(name, "opt", CompilationMode.Opt);

    [Theory]
    [InlineData("abseil/abseil-lib")]
    [InlineData("abseil/abseil")]
    [InlineData("re2/re2")]
    [InlineData("re2/re2-all")]
    [InlineData("flatbuffers/flatbuffers")]
    [InlineData("snappy/snappy")]
    public void Actions_of_the_default_mode_are_those_of_Bazel(string name) => Compare(name, "fastbuild", CompilationMode.FastBuild);

    private static void Compare(string name, string modeName, CompilationMode mode)
    {
        string project = name.Split('/')[0];
        TranslationResult ours = GoldenTranslation.OfProject(
            project, Targets(name), mode, project == "snappy" ? GoldenSources.Find("tensorflow") + "/third_party/snappy.BUILD" : null);
        Assert.Empty(ours.Diagnostics);
        ParityAssert.Agrees(name, modeName, OurActions.Of(ours.Graph!));
    }

    private static IReadOnlyList<string> Targets(string name) => name switch
    {
        // Bazel was asked for the libraries that are not testonly: those that its list of them leads to.
        "abseil/abseil-lib" =>
            [.. GoldenLabels.Read(name).Where(e => e.Kind == "cc_library rule" && e.Label.StartsWith("//absl/", StringComparison.Ordinal)).Select(e => e.Label)],
        "abseil/abseil" => ["//absl/..."],
        "re2/re2" => ["//:re2"],
        "flatbuffers/flatbuffers" => ["//:flatbuffers", "//:flatc", "//:flatc_library", "//:runtime_cc", "//src:all"],
        _ => ["//:all"],
    };
}
