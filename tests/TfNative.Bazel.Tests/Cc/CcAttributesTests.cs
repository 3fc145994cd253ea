using TfNative.Bazel.Tests.Translation;
using TfNative.Execution;
using static TfNative.Bazel.Tests.Translation.TemporaryWorkspace;

namespace TfNative.Bazel.Tests.Cc;

/// <summary>One attribute of the C++ rules after the other (https://bazel.build/reference/be/c-cpp).</summary>
public class CcAttributesTests
{
    private const string Bin = "bazel-out/k8-opt/bin";

    private static ActionGraph Build(string declarations, params (string Path, string Text)[] files)
    {
        using var workspace = new TemporaryWorkspace(
        [
            ("p/BUILD", declarations + "\ncc_binary(name = \"app\", srcs = [\"app.cc\"], deps = [\":lib\"])\n"),
            ("p/app.cc", ""), ("p/lib.cc", ""), ("p/lib.h", ""), .. files,
        ]);
        return workspace.Graph("//p:app");
    }

    private static string[] App(ActionGraph graph) => Command(graph, "CppCompile", "app.o");

    private static string[] Link(ActionGraph graph) => Command(graph, "CppLink", "app");

    private static IEnumerable<string> InputsOf(ActionGraph graph, string output)
    {
        var action = (SpawnAction)Assert.Single(graph.Actions, a => a.PrimaryOutput.ExecPath.EndsWith("/" + output, StringComparison.Ordinal));
        return action.Inputs.Concat(action.InputSets.SelectMany(s => s.Flatten())).Select(a => a.ExecPath);
    }

    [Theory]
    [InlineData("strip_include_prefix = \"inc\"", "p/inc/x.h", "x.h")]
    [InlineData("strip_include_prefix = \"/p/inc\"", "p/inc/x.h", "x.h")]
    [InlineData("include_prefix = \"pre\"", "p/inc/x.h", "pre/inc/x.h")]
    [InlineData("strip_include_prefix = \"inc\", include_prefix = \"pre/fix\"", "p/inc/x.h", "pre/fix/x.h")]
    [InlineData("strip_include_prefix = \"/p\", include_prefix = \"q\"", "p/inc/x.h", "q/inc/x.h")]
    public void Prefixes_of_includes_are_links_below_a_folder_that_all_dependents_search(string attributes, string header, string seen)
    {
        ActionGraph graph = Build($"cc_library(name = \"lib\", hdrs = [\"{header[2..]}\"], {attributes})", (header, ""));
        string folder = $"{Bin}/p/_virtual_includes/lib";
        SymlinkAction link = Assert.Single(graph.Actions.OfType<SymlinkAction>());
        Assert.Equal((header, $"{folder}/{seen}"), (link.Inputs[0].ExecPath, link.PrimaryOutput.ExecPath));
        Assert.Contains("-I" + folder, App(graph));
        Assert.Contains($"{folder}/{seen}", InputsOf(graph, "app.o"));
    }

    [Fact]
    public void A_header_outside_of_the_prefix_is_an_error()
    {
        using var workspace = new TemporaryWorkspace(("p/BUILD", "cc_library(name = 'lib', hdrs = ['x.h'], srcs = ['lib.cc'], strip_include_prefix = 'inc')\ncc_binary(name = 'app', deps = [':lib'])\n"), ("p/x.h", ""), ("p/lib.cc", ""));
        BazelDiagnostic error = workspace.Translate(["//p:app"]).Diagnostics[0];
        Assert.Equal((BazelErrorCode.RuleFailed, 1), (error.Code, error.Line));
        Assert.Contains("p/x.h", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Textual_headers_are_read_and_never_compiled_alone()
    {
        ActionGraph graph = Build("cc_library(name = \"lib\", srcs = [\"lib.cc\"], textual_hdrs = [\"body.cc\", \"table.inc\"])", ("p/body.cc", ""), ("p/table.inc", ""));
        Assert.DoesNotContain(graph.Actions, a => a.PrimaryOutput.ExecPath.EndsWith("body.o", StringComparison.Ordinal));
        Assert.Superset(new HashSet<string> { "p/body.cc", "p/table.inc" }, InputsOf(graph, "app.o").ToHashSet());
    }

    [Fact]
    public void Definitions_go_to_dependents_and_local_ones_do_not()
    {
        ActionGraph graph = Build("cc_library(name = \"lib\", srcs = [\"lib.cc\"], defines = [\"A=$(COMPILATION_MODE)\", \"B=\\\\\\\"x\\\\\\\"\"], local_defines = [\"LOCAL\"])");
        Assert.Equal(["-DA=opt", "-DB=\"x\""], App(graph).Where(a => a.StartsWith("-DA", StringComparison.Ordinal) || a.StartsWith("-DB", StringComparison.Ordinal)));
        Assert.DoesNotContain("-DLOCAL", App(graph));
        Assert.Contains("-DLOCAL", Command(graph, "CppCompile", "lib.o"));
    }

    [Fact]
    public void Options_are_split_into_words_and_know_locations()
    {
        ActionGraph graph = Build("""
            cc_library(name = "lib", srcs = ["lib.cc"], copts = ["-DA -DB", "-include $(location force.h)", "-DQ='a b'"], additional_compiler_inputs = ["force.h"], conlyopts = ["-C"], cxxopts = ["-X"])
            """, ("p/force.h", ""));
        string[] command = Command(graph, "CppCompile", "lib.o");
        int first = Array.IndexOf(command, "-DA");
        Assert.Equal(["-DA", "-DB", "-include", "p/force.h", "-DQ=a b"], command[first..(first + 5)]);
        Assert.Contains("-X", command);
        Assert.DoesNotContain("-C", command);
        Assert.Contains("p/force.h", InputsOf(graph, "lib.o"));
    }

    [Fact]
    public void Features_can_switch_tokenization_off()
    {
        ActionGraph graph = Build("cc_library(name = \"lib\", srcs = [\"lib.cc\"], copts = [\"-DQ=a b\"], features = [\"no_copts_tokenization\"])");
        Assert.Contains("-DQ=a b", Command(graph, "CppCompile", "lib.o"));
    }

    [Fact]
    public void Linker_options_and_their_inputs_go_to_who_links()
    {
        ActionGraph graph = Build("cc_library(name = \"lib\", srcs = [\"lib.cc\"], linkopts = [\"-Wl,--script=$(location s.lds)\", \"-lm -ldl\"], additional_linker_inputs = [\"s.lds\"])", ("p/s.lds", ""));
        string[] command = Link(graph);
        int script = Array.IndexOf(command, "-Wl,--script=p/s.lds");
        Assert.Equal(["-lm", "-ldl"], command[(script + 1)..(script + 3)]);
        Assert.Contains("p/s.lds", InputsOf(graph, "app"));
    }

    [Theory]
    [InlineData("old.a", $"p/old.a")]
    [InlineData("old.pic.a", "p/old.pic.a")]
    [InlineData("obj.o", "p/obj.o")]
    [InlineData("libdyn.so", "-ldyn")]
    [InlineData("libdyn.so.1.2", "-l:libdyn.so.1.2")]
    public void Libraries_and_objects_among_the_sources_are_linked(string file, string expected)
    {
        ActionGraph graph = Build($"cc_library(name = \"lib\", srcs = [\"{file}\"])", ($"p/{file}", ""));
        // Objects of a library go into its archive.
        string[] command = file.EndsWith(".o", StringComparison.Ordinal) ? Command(graph, "CppArchive", "liblib.a") : Link(graph);
        Assert.Contains(expected, command);
    }

    [Theory]
    [InlineData("static_library = \"libold.a\"", "p/libold.a")]
    [InlineData("static_library = \"libold.a\", alwayslink = True", "-Wl,-whole-archive p/libold.a -Wl,-no-whole-archive")]
    [InlineData("shared_library = \"libdyn.so\"", "-ldyn")]
    [InlineData("shared_library = \"libdyn.so\", static_library = \"libold.a\"", "p/libold.a")]
    [InlineData("interface_library = \"libdyn.ifso\", system_provided = True", "p/libdyn.ifso")]
    [InlineData("objects = [\"obj.o\"]", $"{Bin}/p/liblib.a")]
    public void An_imported_library_is_linked_as_it_is(string attributes, string expected)
    {
        ActionGraph graph = Build($"cc_import(name = \"lib\", hdrs = [\"lib.h\"], {attributes})", ("p/libold.a", ""), ("p/libdyn.so", ""), ("p/libdyn.ifso", ""), ("p/obj.o", ""));
        Assert.Contains(expected, string.Join(' ', Link(graph)), StringComparison.Ordinal);
        Assert.Contains("p/lib.h", InputsOf(graph, "app.o"));
    }

    [Fact]
    public void Assembler_is_preprocessed_when_its_name_says_so()
    {
        ActionGraph graph = Build("cc_library(name = \"lib\", srcs = [\"a.S\", \"b.s\"], defines = [\"D\"], hdrs = [\"lib.h\"])", ("p/a.S", ""), ("p/b.s", ""));
        Assert.Contains("-DD", Command(graph, "CppCompile", "a.o"));
        Assert.DoesNotContain("-DD", Command(graph, "CppCompile", "b.o"));
        Assert.Contains("p/lib.h", InputsOf(graph, "a.o"));
    }

    [Fact]
    public void A_library_of_headers_alone_makes_nothing_and_hands_them_on()
    {
        ActionGraph graph = Build("cc_library(name = \"lib\", hdrs = [\"lib.h\"], includes = [\".\"], deps = [\":below\"])\ncc_library(name = \"below\", hdrs = [\"below.h\"])", ("p/below.h", ""));
        Assert.DoesNotContain(graph.Actions, a => a.Mnemonic == "CppArchive");
        Assert.Superset(new HashSet<string> { "p/lib.h", "p/below.h" }, InputsOf(graph, "app.o").ToHashSet());
        Assert.Contains("p", App(graph).Zip(App(graph).Skip(1)).Where(pair => pair.First == "-isystem").Select(pair => pair.Second));
    }

    [Fact]
    public void Generated_sources_and_headers_are_made_first()
    {
        ActionGraph graph = Build("""
            genrule(name = "gen", outs = ["gen.cc", "gen.h", "gen.txt"], cmd = "touch $(OUTS)")
            cc_library(name = "lib", srcs = [":gen.cc"], hdrs = [":gen.h"])
            """);
        Assert.Contains($"{Bin}/p/gen.cc", Command(graph, "CppCompile", "gen.o"));
        Assert.Contains($"{Bin}/p/gen.h", InputsOf(graph, "app.o"));
    }

    [Fact]
    public void A_test_finds_shared_libraries_dynamically_unless_it_says_otherwise()
    {
        using var workspace = new TemporaryWorkspace(
            ("p/BUILD", """
                cc_library(name = "lib", srcs = ["lib.cc"])
                cc_test(name = "dynamic", srcs = ["t.cc"], deps = [":lib"])
                cc_test(name = "static", srcs = ["t.cc"], deps = [":lib"], linkstatic = True)
                """),
            ("p/lib.cc", ""), ("p/t.cc", ""));
        Assert.Contains(Command(workspace.Graph("//p:dynamic", r => r with { Mode = CompilationMode.FastBuild }), "CppLink", "dynamic"), argument => argument.StartsWith("-l", StringComparison.Ordinal) && argument.Contains("lib", StringComparison.Ordinal));
        Assert.Contains($"{Bin}/p/liblib.a", Command(workspace.Graph("//p:static"), "CppLink", "static"));
    }

    [Theory]
    [InlineData("cc_library(name = \"lib\", srcs = [\"lib.txt\"])", "lib.txt")]
    [InlineData("cc_library(name = \"lib\", deps = [\"lib.h\"])", "lib.h")]
    [InlineData("cc_library(name = \"lib\", deps = [\":g\"])\nfilegroup(name = \"g\")", "CcInfo")]
    [InlineData("cc_library(name = \"lib\", includes = [\"../../../outside\"])", "outside")]
    [InlineData("cc_import(name = \"lib\", static_library = \"libold.a\", shared_library = \":both\")\nfilegroup(name = \"both\", srcs = [\"libold.a\", \"lib.h\"])", "single")]
    public void What_a_rule_cannot_take_is_an_error_at_its_line(string declarations, string message)
    {
        using var workspace = new TemporaryWorkspace(
            ("p/BUILD", declarations + "\ncc_binary(name = \"app\", deps = [\":lib\"])\n"), ("p/lib.txt", ""), ("p/lib.h", ""), ("p/libold.a", ""));
        TranslationResult result = workspace.Translate(["//p:app"]);
        Assert.False(result.Success);
        BazelDiagnostic error = result.Diagnostics[0];
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal((workspace.Root + "/p/BUILD", 1), (error.File, error.Line));
    }
}
