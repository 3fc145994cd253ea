namespace TfNative.Sdk.Tests.Harness;

/// <summary>A workspace laid out as TensorFlow's libraries are: libsmall.so is a link to libsmall.so.2, that one to
/// libsmall.so.2.14.1, which needs libcore.so.2 in another package.</summary>
internal static class VersionedLibrary
{
    public static TestFolder Create(SdkPackage sdk, string projectLines = "")
    {
        var folder = new TestFolder(sdk);
        SmallWorkspace.AddNativeProject(folder, projectLines);
        folder.Write("native/BUILD.bazel", """
            cc_binary(
                name = "libsmall.so.2.14.1",
                srcs = ["small.cc", "//core:libcore.so.2"],
                linkopts = ["-Wl,-soname,libsmall.so.2"],
                linkshared = True,
            )
            genrule(name = "major", srcs = ["libsmall.so.2.14.1"], outs = ["libsmall.so.2"], cmd = "ln -sf $$(basename $<) $@")
            genrule(name = "plain", srcs = ["libsmall.so.2"], outs = ["libsmall.so"], cmd = "ln -sf $$(basename $<) $@")
            """);
        folder.Write("native/small.cc", "int core();\nextern \"C\" int small_sum() { return core() + 1; }\n");
        folder.Write("native/core/BUILD.bazel", """
            cc_binary(
                name = "libcore.so.2",
                srcs = ["core.cc"],
                linkopts = ["-Wl,-soname,libcore.so.2"],
                linkshared = True,
                visibility = ["//visibility:public"],
            )
            """);
        folder.Write("native/core/core.cc", "int core() { return 6; }\n");
        return folder;
    }
}
