using System.IO.Compression;
using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

/// <summary>Packages of libraries for several levels of x86-64, and what .NET loads of them.</summary>
[Collection(SdkCollection.Name)]
public class InstructionSetPackageTests(SdkPackage sdk)
{
    /// <summary>libsmall.so by its path; what it needs is still the dynamic loader's to find, which chooses.</summary>
    private static string LowestByPath => "1" + LeveledLibrary.OfThisProcessor[1];

    [Fact]
    public void A_program_that_restores_the_package_loads_the_variant_of_its_processor()
    {
        using TestFolder folder = LeveledLibrary.Create(sdk, LeveledLibrary.Several + PackageConsumer.Properties);
        folder.Command("pack", "native", "-c", "Debug", "-o", folder.PathOf("feed")).AssertSucceeded();
        string[] packed = Names(folder.PathOf("feed/Small.Native.1.2.3.nupkg"));
        // Below native NuGet would take all of one name for the same file.
        Assert.Equal(2, packed.Count(name => name.StartsWith("runtimes/linux-x64/native/", StringComparison.Ordinal)));
        foreach (string level in (string[])["x86-64-v2", "x86-64-v3", "x86-64-v4"])
            Assert.Contains($"runtimes/linux-x64/glibc-hwcaps/{level}/libsmall.so", packed);
        Assert.Contains("runtimes/linux-x64/native/glibc-hwcaps/x86-64-v3/libsmall.so.2.14.1.debug", Names(folder.PathOf("feed/Small.Native.symbols.1.2.3.nupkg")));

        using TestFolder consumer = PackageConsumer.Create(sdk, folder);
        BuildResult build = consumer.Build("program");
        build.AssertSucceeded();
        Assert.Empty(build.Warnings);
        AssertChooses(consumer, "program/bin/Debug/net10.0/program.dll");
        // The other names are links there, too, for libraries that ask for them.
        Assert.Equal("libsmall.so", new FileInfo(consumer.PathOf("program/bin/Debug/net10.0/runtimes/linux-x64/native/glibc-hwcaps/x86-64-v3/libsmall.so.2")).LinkTarget);
        consumer.Command("publish", "program", "-r", "linux-x64", "--self-contained", "false", "-o", consumer.PathOf("published")).AssertSucceeded();
        AssertChooses(consumer, "published/program.dll");
        Assert.True(consumer.Exists("published/glibc-hwcaps/x86-64-v4/libsmall.so"));

        // Without the source file that chooses, .NET takes what lies in the normal place.
        consumer.Build("program", "-p:NativeIsaResolver=false").AssertSucceeded();
        Assert.Equal(LowestByPath, consumer.Run("program/bin/Debug/net10.0/program.dll"));
        consumer.Command("clean", "program").AssertSucceeded();
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(consumer.PathOf("program/bin/Debug"), "*.so*", SearchOption.AllDirectories), _ => true);
    }

    [Fact]
    public void The_variants_are_found_in_the_package_of_their_runtime_identifier()
    {
        using TestFolder folder = LeveledLibrary.Create(sdk, LeveledLibrary.Several + PackageConsumer.Properties);
        folder.Command("pack", "native", "-o", folder.PathOf("feed"), "-p:NativePackageSizeLimit=1000").AssertSucceeded();
        Assert.Contains("runtimes/linux-x64/glibc-hwcaps/x86-64-v3/libsmall.so", Names(folder.PathOf("feed/Small.Native.runtime.linux-x64.1.2.3.nupkg")));
        using TestFolder consumer = PackageConsumer.Create(sdk, folder);
        consumer.Build("program", "-r", "linux-x64", "--self-contained", "false").AssertSucceeded();
        AssertChooses(consumer, "program/bin/Debug/net10.0/linux-x64/program.dll");
    }

    [Fact]
    public void A_program_that_references_the_project_may_have_the_choice_too()
    {
        using TestFolder folder = LeveledLibrary.Create(sdk);
        SmallWorkspace.AddProgram(folder, "<PropertyGroup><NativeIsaResolver>true</NativeIsaResolver></PropertyGroup>");
        folder.Build("program").AssertSucceeded();
        AssertChooses(folder, "program/bin/Debug/net10.0/program.dll");
    }

    private static void AssertChooses(TestFolder folder, string program)
    {
        Assert.Equal(LeveledLibrary.OfThisProcessor, folder.Run(program));
        foreach ((string level, string sum) in (ReadOnlySpan<(string, string)>)[("x86-64", LowestByPath), ("x86-64-v2", "22")])
        {
            (int exitCode, string output) = DotNet.Run(folder.Root, new Dictionary<string, string> { ["TFNATIVE_ISA"] = level }, folder.PathOf(program));
            Assert.Equal((0, sum), (exitCode, output.TrimEnd()));
        }
    }

    private static string[] Names(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(package);
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }
}
