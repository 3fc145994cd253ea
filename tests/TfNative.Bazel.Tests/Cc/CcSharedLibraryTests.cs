using TfNative.Bazel.Tests.Translation;
using TfNative.Execution;

namespace TfNative.Bazel.Tests.Cc;

/// <summary>https://bazel.build/reference/be/c-cpp#cc_shared_library.</summary>
public class CcSharedLibraryTests
{
    private const string Build = """
        cc_library(name = "base", srcs = ["base.cc"])
        cc_library(name = "middle", srcs = ["middle.cc"], deps = [":base"])
        cc_library(name = "top", srcs = ["top.cc"], deps = [":middle"], linkopts = ["-ltop"])
        cc_shared_library(name = "low", deps = [":base"], shared_lib_name = "liblow.so.1")
        cc_shared_library(name = "high", deps = [":top"], dynamic_deps = [":low"], user_link_flags = ["-Wl,--high"])
        cc_shared_library(name = "again", deps = [":base"], dynamic_deps = [":low"])
        """;

    private static TemporaryWorkspace Workspace() =>
        new(("p/BUILD", Build), ("p/base.cc", ""), ("p/middle.cc", ""), ("p/top.cc", ""));

    [Fact]
    public void A_library_holds_what_no_other_offers_and_links_the_other_for_the_rest()
    {
        using TemporaryWorkspace workspace = Workspace();
        ActionGraph graph = workspace.Graph("//p:high");
        string[] command = TemporaryWorkspace.Command(graph, "CppLink", "libhigh.so");
        const string Bin = "bazel-out/k8-opt/bin";
        string joined = string.Join(' ', command);
        // The first libraries with code are linked whole, what lies below them as it is needed.
        Assert.Contains($"-Wl,-whole-archive {Bin}/p/libtop.pic.a -Wl,-no-whole-archive {Bin}/p/libmiddle.pic.a -l:liblow.so.1", joined, StringComparison.Ordinal);
        Assert.Contains($"-L{Bin}/_solib_k8/_Up", joined, StringComparison.Ordinal);
        Assert.Contains("-Wl,--high -ltop", joined, StringComparison.Ordinal);
        Assert.DoesNotContain("libbase", joined, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Options_of_a_library_without_code_are_linked_where_it_stands_for_one_of_the_system(bool isSystem)
    {
        using var system = new TemporaryWorkspace(("BUILD", "cc_library(name = 'z', linkopts = ['-lz'], visibility = ['//visibility:public'])"));
        using var workspace = new TemporaryWorkspace(
            ("p/BUILD", """
                cc_library(name = "a", srcs = ["a.cc"], deps = ["@z//:z"])
                cc_shared_library(name = "shared", deps = [":a"])
                """),
            ("p/a.cc", ""));
        TranslationResult result = workspace.Translate(
            ["//p:shared"], request => request with { Repositories = [new RepositoryDeclaration { Name = "z", Path = system.Root, IsSystem = isSystem }] });
        Assert.Equal(isSystem, TemporaryWorkspace.Command(result.Graph!, "CppLink", "libshared.so").Contains("-lz"));
    }

    [Fact]
    public void A_library_that_another_exports_cannot_be_exported_again()
    {
        using TemporaryWorkspace workspace = Workspace();
        BazelDiagnostic diagnostic = Assert.Single(workspace.Translate(["//p:again"]).Diagnostics);
        Assert.Contains("already exported by a different shared library: //p:base", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_written_in_Starlark_compile_and_link_as_the_built_in_ones_do()
    {
        using var workspace = new TemporaryWorkspace(
            ("rules.bzl", """
                def _impl(ctx):
                    toolchain = ctx.toolchains["@bazel_tools//tools/cpp:toolchain_type"].cc
                    features = cc_common.configure_features(ctx = ctx, cc_toolchain = toolchain)
                    context, outputs = cc_common.compile(
                        actions = ctx.actions, feature_configuration = features, cc_toolchain = toolchain, name = ctx.label.name,
                        srcs = ctx.files.srcs, user_compile_flags = ["-DOWN"], defines = ["HANDED_ON"])
                    linking, _ = cc_common.create_linking_context_from_compilation_outputs(
                        actions = ctx.actions, feature_configuration = features, cc_toolchain = toolchain, name = ctx.label.name,
                        compilation_outputs = outputs, user_link_flags = ["-lown"])
                    return [CcInfo(compilation_context = context, linking_context = linking)]

                own_library = rule(
                    implementation = _impl,
                    attrs = {"srcs": attr.label_list(allow_files = True)},
                    toolchains = ["@bazel_tools//tools/cpp:toolchain_type"],
                )
                """),
            ("BUILD", """
                load(":rules.bzl", "own_library")
                own_library(name = "own", srcs = ["own.cc"])
                cc_binary(name = "program", srcs = ["program.cc"], deps = [":own"])
                """),
            ("own.cc", ""), ("program.cc", ""));
        ActionGraph graph = workspace.Graph("//:program");
        string[] program = TemporaryWorkspace.Command(graph, "CppCompile", "program.o");
        string[] own = TemporaryWorkspace.Command(graph, "CppCompile", "own.o");
        string[] link = TemporaryWorkspace.Command(graph, "CppLink", "program");
        Assert.Contains("-DHANDED_ON", program);
        Assert.DoesNotContain("-DOWN", program);
        Assert.Equal(["-DHANDED_ON", "-DOWN"], own.Where(a => a is "-DOWN" or "-DHANDED_ON"));
        Assert.Contains("bazel-out/k8-opt/bin/libown.a", link);
        Assert.Contains("-lown", link);
    }

    [Fact]
    public void A_program_takes_what_its_shared_libraries_offer_from_them_and_the_rest_from_archives()
    {
        using var workspace = new TemporaryWorkspace(
            ("p/BUILD", Build + """

                cc_binary(name = "program", srcs = ["main.cc"], deps = [":top", ":flags"], dynamic_deps = [":low"])
                cc_library(name = "flags", linkopts = ["-lflags"])
                cc_binary(name = "libwrong.so", linkshared = True, deps = [":base"], dynamic_deps = [":low"])
                """),
            ("p/base.cc", ""), ("p/middle.cc", ""), ("p/top.cc", ""), ("p/main.cc", ""));
        string[] command = TemporaryWorkspace.Command(workspace.Graph("//p:program"), "CppLink", "program");
        const string Bin = "bazel-out/k8-opt/bin";
        Assert.Equal(
            [$"{Bin}/p/_objs/program/main.o", $"{Bin}/p/libtop.a", $"{Bin}/p/libmiddle.a", "-l:liblow.so.1"],
            command.Where(a => a.EndsWith(".o", StringComparison.Ordinal) || a.EndsWith(".a", StringComparison.Ordinal) || a.StartsWith("-l:", StringComparison.Ordinal)));
        Assert.Contains("-lflags", command);
        Assert.DoesNotContain("-Wl,-whole-archive", command);
        Assert.Contains("cc_shared_library", Assert.Single(workspace.Translate(["//p:libwrong.so"]).Diagnostics).Message, StringComparison.Ordinal);
    }
}
