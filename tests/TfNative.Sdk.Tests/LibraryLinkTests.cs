using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

/// <summary>A library with a soname and its links, and a second one that needs it.</summary>
[Collection(SdkCollection.Name)]
public class LibraryLinkTests(SdkPackage sdk)
{
    private const string Program = "program/bin/Debug/net10.0/";

    [Fact]
    public void Links_between_a_library_s_names_are_links_wherever_they_are_copied()
    {
        using TestFolder folder = VersionedLibrary.Create(sdk);
        SmallWorkspace.AddProgram(folder);
        folder.Build("program").AssertSucceeded();
        AssertLinks(folder, "native/bin/Debug/");
        AssertLinks(folder, Program);
        Assert.Equal("7", folder.Run(Program + "program.dll"));

        // Five builds in which nothing changed leave everything as it was.
        IReadOnlyList<string> files = folder.Files("");
        string list = folder.Read("program/obj/Debug/net10.0/program.csproj.FileListAbsolute.txt");
        for (int i = 0; i < 5; i++)
            folder.Build("program").AssertSucceeded();
        Assert.Equal(files, folder.Files("").Where(file => !file.EndsWith(".binlog", StringComparison.Ordinal) || file == "build1.binlog"));
        Assert.Equal(list, folder.Read("program/obj/Debug/net10.0/program.csproj.FileListAbsolute.txt"));
        AssertLinks(folder, Program);

        folder.Command("clean", "program").AssertSucceeded();
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.PathOf(Program)));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.PathOf("native/bin/Debug")));
    }

    [Theory]
    [InlineData("framework-dependent", "program.dll")]
    [InlineData("self-contained", "program", "-r", "linux-x64", "--self-contained")]
    [InlineData("single-file", "program", "-r", "linux-x64", "--self-contained", "false", "-p:PublishSingleFile=true")]
    public void A_published_program_has_its_library_with_all_names(string kind, string program, params string[] arguments)
    {
        using TestFolder folder = VersionedLibrary.Create(sdk);
        folder.AddRestoredPackagesAsSource();
        SmallWorkspace.AddProgram(folder);
        // Neither ASP.NET nor the analyzer of trimming is wanted; they would have to be restored as well.
        folder.Replace("program/program.csproj", "<OutputType>", "<EnableSingleFileAnalyzer>false</EnableSingleFileAnalyzer><DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads><OutputType>");
        folder.Command("publish", "program", [.. arguments, "-o", folder.PathOf(kind)]).AssertSucceeded();
        AssertLinks(folder, kind + "/");
        Assert.Equal("7", folder.Run(kind + "/" + program));
    }

    private static void AssertLinks(TestFolder folder, string place)
    {
        Assert.Equal("libsmall.so.2", new FileInfo(folder.PathOf(place + "libsmall.so")).LinkTarget);
        Assert.Equal("libsmall.so.2.14.1", new FileInfo(folder.PathOf(place + "libsmall.so.2")).LinkTarget);
        Assert.True(folder.Exists(place + "libsmall.so.2.14.1"));
        Assert.True(folder.Exists(place + "libcore.so.2"));
    }
}
