using System.Runtime.InteropServices;
using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

/// <summary>NativeIsa: one instruction set, and several among which the dynamic loader chooses.</summary>
[Collection(SdkCollection.Name)]
public class InstructionSetTests(SdkPackage sdk)
{
    private static readonly string[] Names = ["libcore.so.2", "libsmall.so", "libsmall.so.2", "libsmall.so.2.14.1"];

    [Fact]
    public void A_library_is_compiled_for_the_level_that_is_asked_for_and_for_another_when_that_changes()
    {
        using TestFolder folder = LeveledLibrary.Create(sdk, "");
        SmallWorkspace.AddProgram(folder);
        // Target's own options win over the level.
        folder.Replace("native/core/BUILD.bazel", "linkshared", "copts = [\"-march=x86-64\"], linkshared");
        foreach ((string level, string sum) in (ReadOnlySpan<(string, string)>)[("", "11"), ("x86-64-v2", "21"), ("x86-64", "11"), ("native", LeveledLibrary.OfThisProcessor[0] + "1")])
        {
            folder.Build("native", "-p:NativeIsa=" + level).AssertSucceeded();
            folder.Build("program", "-p:BuildProjectReferences=false").AssertSucceeded();
            Assert.Equal(sum, folder.Run("program/bin/Debug/net10.0/program.dll"));
        }
    }

    [Fact]
    public void Several_levels_lie_where_the_loader_looks_for_them()
    {
        using TestFolder folder = LeveledLibrary.Create(sdk);
        folder.Build("native").AssertSucceeded();
        AssertLevels(folder, "native/bin/Debug/");
        Assert.Equal(0, folder.Build("native").NativeActions.Ran);
        string program = CompileProgram(folder, "native/bin/Debug");
        Assert.Equal(LeveledLibrary.OfThisProcessor, folder.Run(program));
        string loader = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? "/lib64/ld-linux-x86-64.so.2" : throw new PlatformNotSupportedException();
        Assert.Equal("22", folder.Run(loader, "--glibc-hwcaps-mask", "x86-64-v2", program));
        Assert.Equal("11", folder.Run(loader, "--glibc-hwcaps-mask", "none", program));

        // A level less: its folder goes with it.
        folder.Build("native", "-p:NativeIsa=\"x86-64;x86-64-v2\"").AssertSucceeded();
        Assert.Empty(folder.Files("native/bin/Debug/glibc-hwcaps/x86-64-v3"));
        Assert.Equal("22", folder.Run(program));
        folder.Command("clean", "native").AssertSucceeded();
        Assert.DoesNotContain(folder.Files("native/bin/Debug"), file => file.Contains(".so", StringComparison.Ordinal));
    }

    [Fact]
    public void The_levels_are_copied_to_whoever_references_the_project_and_published()
    {
        using TestFolder folder = LeveledLibrary.Create(sdk);
        SmallWorkspace.AddProgram(folder);
        folder.Build("program").AssertSucceeded();
        AssertLevels(folder, "program/bin/Debug/net10.0/");
        folder.Command("publish", "program", "-o", folder.PathOf("published")).AssertSucceeded();
        AssertLevels(folder, "published/");
        // Built on its own, a consumer takes them from the list that the last build left.
        Directory.Delete(folder.PathOf("program/bin"), recursive: true);
        folder.Build("program", "-p:BuildProjectReferences=false").AssertSucceeded();
        AssertLevels(folder, "program/bin/Debug/net10.0/");
    }

    [Theory]
    [InlineData("x86-64-v9", "TFN4013")]
    [InlineData("native;x86-64-v2", "TFN4023")]
    public void A_level_that_there_is_not_is_an_error(string isa, string code)
    {
        using TestFolder folder = SmallWorkspace.Create(sdk);
        folder.Build("native", $"-p:NativeIsa=\"{isa}\"").AssertFailed(code);
    }

    private static void AssertLevels(TestFolder folder, string place)
    {
        foreach (string level in (string[])["", "glibc-hwcaps/x86-64-v2/", "glibc-hwcaps/x86-64-v3/", "glibc-hwcaps/x86-64-v4/"])
        {
            Assert.Equal(
                Names,
                Directory.EnumerateFileSystemEntries(folder.PathOf(place + level), "*.so*").Select(Path.GetFileName).Order(StringComparer.Ordinal));
            Assert.Equal("libsmall.so.2.14.1", new FileInfo(folder.PathOf(place + level + "libsmall.so.2")).LinkTarget);
        }
    }

    /// <summary>A C program beside the libraries, which finds them there.</summary>
    private static string CompileProgram(TestFolder folder, string place)
    {
        folder.Write("main.c", "#include <stdio.h>\nint small_sum(void);\nint main(void) { printf(\"%d\\n\", small_sum()); }\n");
        string program = folder.PathOf(place + "/main");
        folder.Run("/usr/bin/gcc", "main.c", "-o", program, "-L" + folder.PathOf(place), "-lsmall", "-Wl,-rpath,$ORIGIN", "-Wl,-rpath-link," + folder.PathOf(place));
        return program;
    }
}
