using Microsoft.Build.Logging.StructuredLogger;
using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

/// <summary>NativeToolchain=clang with a real clang, under the name that Debian gives it, and its linker.</summary>
[Collection(SdkCollection.Name)]
public class ClangTests(SdkPackage sdk)
{
    private const string Clang = "clang-16";
    private const string Toolchain = $"<PropertyGroup><NativeToolchain>clang</NativeToolchain><CCompiler>{Clang}</CCompiler></PropertyGroup>";
    private const string Lld = "<ItemGroup><BazelLinkopt Include=\"-fuse-ld=lld\" /><BazelLinkopt Include=\"-Wl,--no-undefined\" /></ItemGroup>";

    [ProgramFact(Clang)]
    public void A_library_is_compiled_by_clang_and_called()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk, Toolchain);
        folder.Write("native/one/one.cc", """
            #include <string>
            #include "one/one.h"
            #ifndef __clang__
            #error "clang was asked for"
            #endif
            int one() { return static_cast<int>(std::string("1").size()); }
            """);
        SmallWorkspace.AddProgram(folder);
        foreach (string configuration in (string[])["Debug", "Release"])
        {
            BuildResult build = folder.Build("program", "-c", configuration);
            build.AssertSucceeded();
            // An option that clang does not know would be warned of.
            Assert.Empty(build.Warnings);
            Assert.Equal("3", folder.Run($"program/bin/{configuration}/net10.0/program.dll"));
        }

        Assert.Equal(0, folder.Build("program", "-c", "Release").NativeActions.Ran);
    }

    [ProgramFact(Clang)]
    public void What_clang_says_is_in_the_error_list_once_with_its_notes()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk, Toolchain);
        folder.Write("native/one/one.h", "int one();\nstatic inline int odd() { int unused; return 0; }\n");
        folder.Write("native/two/two.cc", "#include \"two/two.h\"\nint helper(int) { return 2; }\nint two() { return helper(); }\n");
        BuildResult build = folder.Build("native", "-p:BazelKeepGoing=true");
        Error error = build.AssertFailed("TFN4101");
        Assert.Equal((folder.PathOf("native/two/two.cc"), 3, 20), (error.File, error.LineNumber, error.ColumnNumber));
        Assert.StartsWith("no matching function for call to 'helper'", error.Text, StringComparison.Ordinal);
        Assert.Contains("candidate function not viable", error.Text, StringComparison.Ordinal);
        Warning warning = Assert.Single(build.Warnings);
        Assert.Equal(("-Wunused-variable", folder.PathOf("native/one/one.h"), 2), (warning.Code, warning.File, warning.LineNumber));
    }

    [ProgramFact(Clang)]
    public void What_lld_misses_is_in_the_error_list_with_the_place_of_its_use()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk, Toolchain + Lld);
        folder.Build("native").AssertSucceeded();
        folder.Write("native/one/one.cc", "int missing();\nint one() { return missing(); }\n");
        Error error = folder.Build("native").AssertFailed("TFN4103");
        Assert.Equal((folder.PathOf("native/one/one.cc"), 2), (error.File, error.LineNumber));
        Assert.Contains("undefined symbol: missing()", error.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clang_that_is_not_installed_is_an_error_that_names_the_package_and_the_property()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk, Toolchain.Replace(Clang, "clang-0", StringComparison.Ordinal));
        Error error = folder.Build("native").AssertFailed("TFN2017");
        Assert.Contains("'clang-0' was not found", error.Text, StringComparison.Ordinal);
        Assert.Contains("CCompiler", error.Text, StringComparison.Ordinal);
    }
}
