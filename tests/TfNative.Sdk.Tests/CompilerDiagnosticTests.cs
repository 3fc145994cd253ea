using Microsoft.Build.Logging.StructuredLogger;
using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

[Collection(SdkCollection.Name)]
public class CompilerDiagnosticTests(SdkPackage sdk)
{
    [Fact]
    public void A_compiler_error_is_in_the_error_list_once_with_the_place_in_the_source()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        folder.Write("native/one/one.cc", "#include \"one/one.h\"\nint one() { return missing; }\n");
        Error error = folder.Build("native").AssertFailed("TFN4101");
        Assert.Equal((folder.PathOf("native/one/one.cc"), 2), (error.File, error.LineNumber));
        Assert.True(error.ColumnNumber > 0);
        Assert.Contains("missing", error.Text, StringComparison.Ordinal);
        Assert.Contains("[//one:one]", error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_warning_in_a_header_is_counted_once()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        folder.Write("native/one/one.h", "int one();\nstatic inline int odd() { int unused; return 0; }\n");
        BuildResult build = folder.Build("native", "-p:TreatWarningsAsErrors=false");
        build.AssertSucceeded();
        Warning warning = Assert.Single(build.Warnings);
        Assert.Equal(("-Wunused-variable", folder.PathOf("native/one/one.h"), 2), (warning.Code, warning.File, warning.LineNumber));
    }

    [Fact]
    public void An_undefined_reference_is_in_the_error_list()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk, "<ItemGroup><BazelLinkopt Include=\"-Wl,--no-undefined\" /></ItemGroup>");
        folder.Write("native/one/one.cc", "int missing();\nint one() { return missing(); }\n");
        Error error = folder.Build("native").AssertFailed("TFN4103");
        Assert.Contains("undefined reference to `missing()'", error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void After_a_failure_the_next_build_finishes_from_there()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        folder.Write("native/small.cc", "int wrong(\n");
        folder.Build("native", "-p:BazelKeepGoing=true").AssertFailed("TFN4101");
        folder.Write("native/small.cc", "extern \"C\" int small_sum() { return 0; }\n");
        BuildResult build = folder.Build("native");
        build.AssertSucceeded();
        Assert.DoesNotContain(build.Messages, text => text.StartsWith("Compiling one/one.cc", StringComparison.Ordinal));
    }
}
