using TfNative.Bazel.Tests.Translation;
using TfNative.Execution;
using static TfNative.Bazel.Tests.Translation.TemporaryWorkspace;

namespace TfNative.Bazel.Tests.Cc;

/// <summary>The commands of C++ rules; expectations are the C++ encyclopedia's and what a real Bazel prints.</summary>
public class CcRulesTests
{
    [Fact]
    public void A_librarys_own_folders_and_options_come_before_its_dependencies()
    {
        using var workspace = new TemporaryWorkspace(
            ("lib/BUILD", """
                cc_library(name = "a", srcs = ["a.cc"], hdrs = ["a.h"], deps = [":b"], defines = ["A"], local_defines = ["OWN"],
                           includes = ["inc_a"], copts = ["-Wextra"], visibility = ["//visibility:public"])
                cc_library(name = "b", hdrs = ["b.h"], defines = ["B=1"], includes = ["inc_b"])
                """),
            ("lib/a.cc", ""), ("lib/a.h", ""), ("lib/b.h", ""),
            ("app/BUILD", "cc_binary(name = 'libapp.so', linkshared = 1, deps = ['//lib:a'])"));
        string[] command = Command(workspace.Graph("//app:libapp.so"), "CppCompile", "a.pic.o");
        Assert.Equal(["-DB=1", "-DA", "-DOWN"], command.Where(a => a.StartsWith("-D", StringComparison.Ordinal) && !a.Contains("__", StringComparison.Ordinal)).Skip(2));
        Assert.Equal(
            ["lib/inc_a", "bazel-out/k8-opt/bin/lib/inc_a", "lib/inc_b", "bazel-out/k8-opt/bin/lib/inc_b"],
            After(command, "-isystem"));
        Assert.Equal([".", "bazel-out/k8-opt/bin"], After(command, "-iquote"));
        Assert.Contains("-Wextra", command);
    }

    [Fact]
    public void Implementation_dependencies_are_seen_by_the_sources_alone()
    {
        using var workspace = new TemporaryWorkspace(
            ("BUILD", """
                cc_library(name = "hidden", hdrs = ["h.h"], defines = ["HIDDEN"])
                cc_library(name = "a", srcs = ["a.cc"], implementation_deps = [":hidden"])
                cc_library(name = "b", srcs = ["b.cc"], deps = [":a"])
                cc_binary(name = "libx.so", linkshared = True, deps = [":b"])
                """),
            ("h.h", ""), ("a.cc", ""), ("b.cc", ""));
        ActionGraph graph = workspace.Graph("//:libx.so");
        Assert.Contains("-DHIDDEN", Command(graph, "CppCompile", "a.pic.o"));
        Assert.DoesNotContain("-DHIDDEN", Command(graph, "CppCompile", "b.pic.o"));
    }

    [Fact]
    public void Headers_under_another_prefix_are_links_in_a_folder_of_the_target()
    {
        using var workspace = new TemporaryWorkspace(
            ("pkg/BUILD", """
                cc_library(name = "l", srcs = ["l.cc"], hdrs = ["include/x/l.h"], strip_include_prefix = "include", include_prefix = "deep")
                cc_binary(name = "libl.so", linkshared = True, deps = [":l"])
                """),
            ("pkg/l.cc", ""), ("pkg/include/x/l.h", ""));
        ActionGraph graph = workspace.Graph("//pkg:libl.so");
        SymlinkAction link = Assert.Single(graph.Actions.OfType<SymlinkAction>());
        Assert.Equal("bazel-out/k8-opt/bin/pkg/_virtual_includes/l/deep/x/l.h", link.PrimaryOutput.ExecPath);
        Assert.Equal("pkg/include/x/l.h", link.Inputs[0].ExecPath);
        Assert.Contains("-Ibazel-out/k8-opt/bin/pkg/_virtual_includes/l", Command(graph, "CppCompile", "l.pic.o"));
    }

    [Fact]
    public void Sources_of_one_base_name_get_objects_in_numbered_folders()
    {
        using var workspace = new TemporaryWorkspace(
            ("BUILD", "cc_binary(name = 'libx.so', linkshared = True, srcs = ['a/x.cc', 'b/x.cc', 'y.cc'])"),
            ("a/x.cc", ""), ("b/x.cc", ""), ("y.cc", ""));
        Assert.Equal(
            ["0/x.pic.o", "1/x.pic.o", "y.pic.o"],
            workspace.Graph("//:libx.so").Actions.Where(a => a.Mnemonic == "CppCompile").Select(a => a.PrimaryOutput.ExecPath.Split("_objs/libx.so/")[1]));
    }

    [Fact]
    public void A_program_takes_what_its_dependencies_link_in_link_order_and_alwayslink_whole()
    {
        using var workspace = new TemporaryWorkspace(
            ("BUILD", """
                cc_library(name = "base", srcs = ["base.cc"], linkopts = ["-lbase"])
                cc_library(name = "left", srcs = ["left.cc"], deps = [":base"], alwayslink = True)
                cc_library(name = "right", srcs = ["right.cc"], deps = [":base"], linkopts = ["-lright"])
                cc_binary(name = "app", srcs = ["main.cc"], deps = [":left", ":right"], linkopts = ["-lown"])
                """),
            ("base.cc", ""), ("left.cc", ""), ("right.cc", ""), ("main.cc", ""));
        string[] command = Command(workspace.Graph("//:app"), "CppLink", "app");
        string bin = "bazel-out/k8-opt/bin/";
        int start = Array.IndexOf(command, bin + "_objs/app/main.o");
        Assert.Equal(
            [
                bin + "_objs/app/main.o", "-Wl,-whole-archive", bin + "libleft.lo", "-Wl,-no-whole-archive", bin + "libright.a", bin + "libbase.a",
                "-lown", "-lright", "-lbase",
            ],
            command[start..(start + 9)]);
    }

    [Fact]
    public void Only_what_the_wanted_output_needs_is_in_the_graph()
    {
        using var workspace = new TemporaryWorkspace(
            ("BUILD", """
                cc_library(name = "used", srcs = ["used.cc"])
                cc_library(name = "unused", srcs = ["unused.cc"])
                cc_binary(name = "app", srcs = ["main.cc"], deps = [":used"])
                """),
            ("used.cc", ""), ("unused.cc", ""), ("main.cc", ""));
        Assert.Equal(
            ["CppArchive", "CppCompile", "CppCompile", "CppLink"],
            workspace.Graph("//:app").Actions.Where(a => a.Mnemonic != "CcStrip").Select(a => a.Mnemonic).Order());
    }

    [Fact]
    public void Sources_of_C_and_assembler_get_no_options_of_Cxx()
    {
        using var workspace = new TemporaryWorkspace(
            ("BUILD", "cc_binary(name = 'libx.so', linkshared = True, srcs = ['a.c', 'b.cc', 'c.S'])"), ("a.c", ""), ("b.cc", ""), ("c.S", ""));
        ActionGraph graph = workspace.Graph("//:libx.so", r => r with { CxxOpts = ["-std=c++20"], ConlyOpts = ["-std=c17"], Copts = ["-g1"] });
        Assert.Equal(["-std=c17"], Command(graph, "CppCompile", "a.pic.o").Where(a => a.StartsWith("-std", StringComparison.Ordinal)));
        Assert.Equal(["-std=c++14", "-std=c++20"], Command(graph, "CppCompile", "b.pic.o").Where(a => a.StartsWith("-std", StringComparison.Ordinal)));
        Assert.DoesNotContain(Command(graph, "CppCompile", "c.pic.o"), a => a.StartsWith("-std", StringComparison.Ordinal));
        Assert.All(graph.Actions.Where(a => a.Mnemonic == "CppCompile"), a => Assert.Contains("-g1", ((SpawnAction)a).CommandLine.ToArray()));
    }

    [Fact]
    public void Options_for_single_files_come_after_all_others_of_the_target()
    {
        using var workspace = new TemporaryWorkspace(
            ("BUILD", "cc_binary(name = 'libx.so', linkshared = True, srcs = ['a.cc', 'b.cc'], copts = ['-O2'])"), ("a.cc", ""), ("b.cc", ""));
        ActionGraph graph = workspace.Graph("//:libx.so", r => r with { PerFileCopts = [PerFileCopt.Parse(@"a\.cc@-O0")] });
        Assert.Equal(["-O2", "-O2", "-O0"], Command(graph, "CppCompile", "a.pic.o").Where(a => a.StartsWith("-O", StringComparison.Ordinal)));
        Assert.DoesNotContain("-O0", Command(graph, "CppCompile", "b.pic.o"));
    }

    [Theory]
    [InlineData("archive", "liba.a")]
    [InlineData("dynamic_library", "liba.so")]
    [InlineData("compilation_outputs", "_objs/a/a.pic.o")]
    public void The_parts_of_a_library_are_groups_of_its_outputs(string group, string file)
    {
        using var workspace = new TemporaryWorkspace(
            ("BUILD", $"cc_library(name = 'a', srcs = ['a.cc'])\nfilegroup(name = 'part', srcs = [':a'], output_group = '{group}')\n"), ("a.cc", ""));
        Assert.Equal("bazel-out/k8-opt/bin/" + file, Assert.Single(workspace.Translate(["//:part"]).Outputs).ExecPath);
    }

    private static IEnumerable<string> After(string[] command, string flag) =>
        command.Zip(command.Skip(1)).Where(p => p.First == flag).Select(p => p.Second);
}
