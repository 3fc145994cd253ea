namespace TfNative.Execution.Tests.Reporting;

public class PackageFoldersTests
{
    [Theory]
    [InlineData("a/b/x.h", "//a/b")]
    [InlineData("a/b/deeper/x.h", "//a/b")]
    [InlineData("a/x.h", "//")]
    [InlineData("bazel-out/k8-opt/bin/a/b/x.pb.h", "//a/b")]
    [InlineData("external/zlib/zlib.h", "@zlib//")]
    [InlineData("external/zlib/contrib/x.h", "@zlib//contrib")]
    [InlineData("external/unknown/x.h", null)]
    [InlineData("/usr/include/stdio.h", null)]
    public void A_file_belongs_to_the_innermost_package(string path, string? expected)
    {
        var packages = new NameTable();
        foreach (string label in (string[])["//a/b:c", "//:d", "@zlib//:z", "@zlib//contrib:e"])
            packages.Add(PackageFolders.PackageOf(label));
        int found = new PackageFolders(packages).Find(path);
        Assert.Equal(expected, found < 0 ? null : packages.Names[found]);
    }
}
