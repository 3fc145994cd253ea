using TfNative.Sdk.Tests.Harness;

namespace TfNative.Sdk.Tests;

/// <summary>What a shared library shows of itself: exported symbols, soname, debug information.</summary>
[Collection(SdkCollection.Name)]
public class SharedLibraryTests(SdkPackage sdk)
{
    [Fact]
    public void A_version_script_hides_what_static_dependencies_bring_and_the_soname_is_under_which_it_is_asked_for()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk, "<ItemGroup><BazelTarget Include=\"//:names\" /></ItemGroup>");
        folder.Write("native/small.lds", "SMALL_2 { global: small_*; local: *; };\n");
        folder.Write("native/BUILD.bazel", """
            cc_binary(
                name = "libsmall.so.2.1.0",
                srcs = ["small.cc"],
                linkopts = ["-Wl,-soname,libsmall.so.2", "-Wl,--version-script,$(location small.lds)"],
                linkshared = True,
                deps = ["small.lds", "//one", "//two"],
            )
            genrule(name = "major", srcs = ["libsmall.so.2.1.0"], outs = ["libsmall.so.2"], cmd = "ln -sf $$(basename $<) $@")
            genrule(name = "plain", srcs = ["libsmall.so.2"], outs = ["libsmall.so"], cmd = "ln -sf $$(basename $<) $@")
            filegroup(name = "names", srcs = ["libsmall.so", "libsmall.so.2", "libsmall.so.2.1.0"])
            """);
        folder.Build("native").AssertSucceeded();
        string library = folder.PathOf("native/bin/Debug/libsmall.so.2.1.0");
        Assert.Equal("libsmall.so.2.1.0", new FileInfo(folder.PathOf("native/bin/Debug/libsmall.so.2")).LinkTarget);
        Assert.Equal("libsmall.so.2", new FileInfo(folder.PathOf("native/bin/Debug/libsmall.so")).LinkTarget);
        Assert.Contains("Library soname: [libsmall.so.2]", folder.Run("/usr/bin/readelf", "-d", library), StringComparison.Ordinal);
        Assert.Equal(["SMALL_2", "small_sum@@SMALL_2"], Exported(folder, library));

        // The script is an input: what it says now holds.
        folder.Write("native/small.lds", "SMALL_2 { global: small_*; _Z3onev; local: *; };\n");
        folder.Build("native").AssertSucceeded();
        Assert.Equal(["SMALL_2", "_Z3onev@@SMALL_2", "small_sum@@SMALL_2"], Exported(folder, library));
    }

    [Fact]
    public void Optimised_code_with_debug_information_is_packed_apart_from_it_and_a_debugger_finds_it()
    {
        using TestFolder folder = SmallWorkspace.Create(sdk, PackageConsumer.Properties + "<ItemGroup><BazelCopt Include=\"-g\" /></ItemGroup>");
        folder.Command("pack", "native", "-c", "Release", "-o", folder.PathOf("feed")).AssertSucceeded();
        foreach (string package in (string[])["Small.Native", "Small.Native.symbols"])
            System.IO.Compression.ZipFile.ExtractToDirectory(folder.PathOf($"feed/{package}.1.2.3.nupkg"), folder.PathOf("all"), overwriteFiles: true);
        string library = folder.PathOf("all/runtimes/linux-x64/native/libsmall.so"), debug = library + ".debug";
        Assert.DoesNotContain(".debug_info", Sections(library), StringComparison.Ordinal);
        Assert.Contains(".debug_info", Sections(debug), StringComparison.Ordinal);
        Assert.Contains("libsmall.so.debug", folder.Run("/usr/bin/readelf", "--string-dump=.gnu_debuglink", library), StringComparison.Ordinal);
        string id = BuildId(library);
        Assert.Matches("^[0-9a-f]{40}$", id);
        Assert.Equal(id, BuildId(debug));
        // binutils follow the link as debuggers do.
        Assert.Contains("one.cc", folder.Run("/usr/bin/objdump", "--dwarf=follow-links", "--dwarf=info", library), StringComparison.Ordinal);

        string Sections(string file) => folder.Run("/usr/bin/readelf", "-SW", file);
        string BuildId(string file) => folder.Run("/usr/bin/readelf", "-n", file).Split("Build ID: ")[1].Split('\n')[0].Trim();
    }

    private static IEnumerable<string> Exported(TestFolder folder, string library) => folder.Run("/usr/bin/nm", "-D", "--defined-only", library)
        .Split('\n').Select(line => line.Trim().Split(' ')[^1]).Order(StringComparer.Ordinal);
}
