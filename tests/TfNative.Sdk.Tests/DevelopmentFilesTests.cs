using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

/// <summary>What C++ programs outside of the workspace need of a library: its headers and its .pc file.</summary>
[Collection(SdkCollection.Name)]
public class DevelopmentFilesTests(SdkPackage sdk)
{
    [ProgramFact("pkg-config")]
    public void A_program_elsewhere_is_compiled_with_what_pkg_config_says()
    {
        using TestFolder folder = VersionedLibrary.Create(sdk, PackageConsumer.Properties + """
            <ItemGroup>
              <BazelTarget Include="//:libsmall.so" />
              <BazelHeaders Include="//api" Transitive="true" />
              <NativePkgConfig Include="small" Description="A small library" Cflags="-DFROM_PC=1" />
            </ItemGroup>
            """);
        folder.Write("native/api/BUILD.bazel", """
            genrule(name = "made", outs = ["made.h"], cmd = "echo '#define MADE 1' > $@")
            cc_library(name = "base", hdrs = ["src/base.h"], strip_include_prefix = "src", include_prefix = "small/base")
            cc_library(name = "api", hdrs = ["api.h", ":made"], textual_hdrs = ["more.inc"], srcs = ["private.h"], deps = [":base"], visibility = ["//visibility:public"])
            """);
        folder.Write("native/api/api.h", "#include \"api/made.h\"\n#include \"small/base/base.h\"\n");
        folder.Write("native/api/src/base.h", "extern \"C\" int small_sum();\n");
        folder.Write("native/api/more.inc", "");
        folder.Write("native/api/private.h", "");
        folder.Build("native").AssertSucceeded();
        Assert.Equal(
            ["api/api.h", "api/made.h", "api/more.inc", "small/base/base.h"],
            folder.Files("native/bin/Debug/include").Select(file => file["native/bin/Debug/include/".Length..]));
        Assert.Equal(0, folder.Build("native").NativeActions.Ran);

        folder.Command("publish", "native", "-o", folder.PathOf("published")).AssertSucceeded();
        Assert.Equal(folder.Files("native/bin/Debug/include").Count, folder.Files("published/include").Count);
        Assert.True(folder.Exists("published/lib/pkgconfig/small.pc"));

        // Moved, to show that nothing leads back.
        Directory.Move(folder.PathOf("native/bin/Debug"), folder.PathOf("installed here"));
        folder.Write("elsewhere/main.cc", """
            #include <cstdio>
            #include "api/api.h"
            int main() { std::printf("%d\n", small_sum() + MADE + FROM_PC); }
            """);
        string place = folder.PathOf("installed here");
        (int exitCode, string output) = DotNet.Start(
            "bash", folder.PathOf("elsewhere"), new Dictionary<string, string> { ["PKG_CONFIG_PATH"] = place + "/lib/pkgconfig" }, null, "-ec", $"""
                test "$(pkg-config --modversion small)" = 1.2.3
                eval g++ main.cc -o main $(pkg-config --cflags --libs small) "-Wl,-rpath,'{place}'" "-Wl,-rpath-link,'{place}'"
                ./main
                """);
        Assert.Equal((0, "9"), (exitCode, output.TrimEnd()));

        folder.Command("pack", "native", "-o", folder.PathOf("feed")).AssertSucceeded();
        System.IO.Compression.ZipFile.ExtractToDirectory(folder.PathOf("feed/Small.Native.1.2.3.nupkg"), folder.PathOf("package"));
        Assert.Equal("#define MADE 1\n", folder.Read("package/build/native/include/api/made.h"));
        Assert.True(folder.Exists("package/build/native/include/small/base/base.h"));

        // A package has one name of each library; ldconfig makes the others again.
        (exitCode, output) = DotNet.Start(
            "bash", folder.PathOf("elsewhere"), new Dictionary<string, string> { ["PKG_CONFIG_PATH"] = folder.PathOf("package/build/native/pkgconfig/linux-x64") }, null, "-ec", """
                libraries=$(pkg-config --variable=libdir small)
                /sbin/ldconfig -n "$libraries"
                g++ main.cc -o packed $(pkg-config --cflags --libs small) "-Wl,-rpath,$libraries" "-Wl,-rpath-link,$libraries"
                ./packed
                """);
        Assert.Equal((0, "9"), (exitCode, output.TrimEnd()));
    }

    [Fact]
    public void A_program_that_references_the_project_gets_the_library_alone()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk, """
            <ItemGroup>
              <BazelHeaders Include="//one" />
              <NativePkgConfig Include="small" />
            </ItemGroup>
            """);
        SmallWorkspace.AddProgram(folder);
        folder.Command("publish", "program", "-c", "Debug").AssertSucceeded();
        Assert.True(folder.Exists("native/bin/Debug/include/one/one.h"));
        Assert.True(folder.Exists("native/bin/Debug/lib/pkgconfig/small.pc"));
        foreach (string output in (string[])["program/bin/Debug/net10.0", "program/bin/Debug/net10.0/publish"])
        {
            Assert.True(folder.Exists(output + "/libsmall.so"));
            Assert.Empty((string[])[.. folder.Files(output + "/include"), .. folder.Files(output + "/lib")]);
        }
    }

    [Fact]
    public void Headers_in_srcs_come_along_where_they_are_asked_for()
    {
        using TestFolder folder = VersionedLibrary.Create(sdk, """
            <ItemGroup>
              <BazelTarget Include="//:libsmall.so" />
              <BazelHeaders Include="//api" Private="true" />
            </ItemGroup>
            """);
        folder.Write("native/api/BUILD.bazel", "cc_library(name = \"api\", hdrs = [\"api.h\"], srcs = [\"private.h\"])\n");
        folder.Write("native/api/api.h", "#include \"api/private.h\"\n");
        folder.Write("native/api/private.h", "");
        folder.Build("native").AssertSucceeded();
        Assert.True(folder.Exists("native/bin/Debug/include/api/private.h"));
    }

    [Fact]
    public void A_target_that_has_no_headers_cannot_give_them()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk, "<ItemGroup><BazelHeaders Include=\"//two:number\" /></ItemGroup>");
        folder.Build("native").AssertFailed("TFN2028");
    }
}
