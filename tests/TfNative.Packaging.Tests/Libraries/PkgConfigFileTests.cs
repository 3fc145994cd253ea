namespace TfNative.Packaging.Tests.Libraries;

public class PkgConfigFileTests
{
    [Fact]
    public void All_paths_follow_from_the_file_s_own()
    {
        string text = new PkgConfigFile { Name = "small", Description = "S.", Version = "1.2", Requires = "zlib >= 1.2", Libs = "-lsmall", Cflags = "-DX" }.Write();
        Assert.Equal("""
            prefix=${pcfiledir}/../..
            libdir=${prefix}
            includedir=${prefix}/include

            Name: small
            Description: S.
            Version: 1.2
            Requires: zlib >= 1.2
            Libs: -L${libdir} -lsmall
            Cflags: -I${includedir} -DX

            """, text);
    }

    [Fact]
    public void Elsewhere_a_library_is_linked_by_the_one_name_that_it_has()
    {
        string text = new PkgConfigFile { Name = "small [1]", Description = "S.", Version = "1.2", Libs = "-lcore -lsmall -lcore2 -l:libold.so.1", LibsPrivate = "-lcore" }.Write();
        string moved = PkgConfigFile.Move(text, "../lib", [new("libcore.so", "libcore.so.2"), new("libsmall.so.2", "libsmall.so"), new("libold.so.1", "libold.so.1.3")]);
        Assert.Contains("\nlibdir=${prefix}/../lib\nincludedir=${prefix}/include\n\nName: small [1]\n", moved, StringComparison.Ordinal);
        Assert.Contains("\nLibs: -L${libdir} -l:libcore.so.2 -lsmall -lcore2 -l:libold.so.1.3\nLibs.private: -l:libcore.so.2\n", moved, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-lx", "libx.so.2.1", "libx.so", "libx.so.2", "libx.so.2.1")]
    [InlineData("-l:libx.so.2", "libx.so.2.1", "libx.so.2", "libx.so.2.1", "liby.so")]
    [InlineData("-l:plugin.so", "plugin.so", "plugin.so")]
    public void A_library_is_linked_by_the_name_that_it_is_there_under(string options, string wanted, params string[] all) =>
        Assert.Equal(options, PkgConfigFile.LinkOptions([wanted], all));
}
