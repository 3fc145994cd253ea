namespace TfNative.Bazel.Tests.Golden;

public class ActionComparerTests
{
    private static readonly ToolchainFlags Plain = ToolchainFlags.BazelGcc with
    {
        Compile = ["-Wall"],
        CompileCxx = [],
        CompileEnd = [],
        LinkEnd = [],
    };

    private static ActionView Compile(string source, string flags, string configuration = "k8-fastbuild", string label = "//a:b")
    {
        string output = $"bazel-out/{configuration}/bin/a/_objs/b/{Path.GetFileNameWithoutExtension(source)}.o";
        return new("CppCompile", label, configuration, [.. $"gcc -Wall {flags} -c {source} -o {output}".Split(' ')], [], [output]);
    }

    private static ActionView Link(string arguments, string output = "bazel-out/k8-fastbuild/bin/a/libb.so") =>
        new("CppLink", "//a:b", "k8-fastbuild", [.. $"gcc -shared -o {output} {arguments}".Split(' ')], [], [output]);

    private static IEnumerable<string> Compare(ActionView[] ours, ActionView[] bazel, ActionView[]? needed = null) =>
        new ActionComparer(bazel, Plain, Plain).Compare(ours, needed).Select(difference => difference.ToString());

    [Fact]
    public void Paths_and_position_independence_make_no_difference() => Assert.Empty(Compare(
        [Compile("a/x.cc", "-fPIC -Ibazel-out/linux-x64-fastbuild/bin/a -DX", "linux-x64-fastbuild")],
        [Compile("a/x.cc", "-Ibazel-out/k8-fastbuild/bin/a -DX")]));

    [Fact]
    public void Flags_that_differ_are_named_with_their_kind() => Assert.Equal(
        [
            "flags | //a:b | a/x.cc | -D and -U +-DOURS --DTHEIRS",
            "flags | //a:b | a/x.cc | -isystem --isystem s",
            "flags | //a:b | a/x.cc | other options other order: -O2 -g instead of -g -O2",
        ],
        Compare([Compile("a/x.cc", "-DOURS -O2 -g")], [Compile("a/x.cc", "-DTHEIRS -isystem s -g -O2")]));

    [Fact]
    public void The_order_of_defines_and_of_folders_counts()
    {
        Assert.Single(Compare([Compile("x.cc", "-DA -UA")], [Compile("x.cc", "-UA -DA")]));
        Assert.Single(Compare([Compile("x.cc", "-Ia -Ib")], [Compile("x.cc", "-Ib -Ia")]));
        Assert.Empty(Compare([Compile("x.cc", "-Ia -DA")], [Compile("x.cc", "-D A -I a")]));
    }

    [Fact]
    public void A_needed_compile_that_is_missing_and_one_that_nobody_asked_for_are_named() => Assert.Equal(
        ["missing | //a:b | a/x.cc | compile", "extra | //a:b | a/z.cc | compile"],
        Compare(
            [Compile("a/z.cc", "-DX")],
            [Compile("a/x.cc", "-DX"), Compile("a/y.cc", "-DX")],
            needed: [Compile("a/x.cc", "-DX")]));

    [Fact]
    public void A_tools_compile_is_not_the_librarys() => Assert.Equal(
        ["missing | //a:b (exec) | a/x.cc | compile"],
        Compare([Compile("a/x.cc", "-DX")], [Compile("a/x.cc", "-DX"), Compile("a/x.cc", "-DX", "k8-fastbuild-exec-ST-12")]));

    [Fact]
    public void Flags_of_the_toolchain_that_are_not_the_documented_ones_are_a_difference()
    {
        ActionView odd = Compile("x.cc", "-DX") with { Argv = ["gcc", "-Wextra", "-DX", "-c", "x.cc", "-o", "x.o"] };
        Assert.Contains("toolchain | //a:b | x.cc | our command begins with -Wextra, not with -Wall",
            Compare([odd], [Compile("x.cc", "-DX")]));
    }

    [Fact]
    public void Archives_of_a_link_are_opened()
    {
        ActionView archive = new("CppArchive", "//a:c", "k8-fastbuild", ["ar", "rcs", "c.a", "1.pic.o", "2.pic.o"], [], ["c.a"]);
        Assert.Empty(Compare([Link("1.o 2.o -lm")], [archive, Link("-Wl,-whole-archive c.a -Wl,-no-whole-archive -lm")]));
        Assert.Empty(Compare([Link("-Wl,--start-lib 1.o 2.o -Wl,--end-lib 3.o")], [archive, Link("c.a 3.o")]));
        Assert.Equal(
            ["link inputs | //a:b | {bin}/a/libb.so | +1.o +2.o -(if needed) 1.o -(if needed) 2.o"],
            Compare([Link("1.o 2.o")], [archive, Link("c.a")]));
    }

    [Fact]
    public void The_order_of_link_inputs_and_options_counts()
    {
        Assert.StartsWith("link inputs", Assert.Single(Compare([Link("1.o 2.o")], [Link("2.o 1.o")])), StringComparison.Ordinal);
        Assert.StartsWith("link options", Assert.Single(Compare([Link("1.o -la -lb")], [Link("1.o -lb -la")])), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_commands_are_compared_by_what_they_make()
    {
        ActionView bazel = new("Genrule", "//a:g", "k8-opt", ["sh", "-c", "echo > bazel-out/k8-opt/bin/a/g"], [], ["bazel-out/k8-opt/bin/a/g"]);
        ActionView ours = bazel with { Configuration = "x-opt", Argv = ["sh", "-c", "echo > bazel-out/x-opt/bin/a/g"], Outputs = ["bazel-out/x-opt/bin/a/g"] };
        Assert.Empty(Compare([ours], [bazel]));
        Assert.StartsWith("command | //a:g | {bin}/a/g | Genrule", Assert.Single(Compare([ours with { Argv = ["true"] }], [bazel])), StringComparison.Ordinal);
    }

    [Fact]
    public void Known_differences_cover_what_they_name_and_must_still_differ()
    {
        KnownDifferences known = KnownDifferences.Parse(
        [
            "# compiles",
            "missing | //a:* | * | compile | not ported",
            "extra | //a:b | gone.cc | compile | made by a rule of our own",
        ]);
        Assert.Equal(
            ["missing | //c:d | x.cc | compile", "no longer differs: extra | //a:b | gone.cc | compile | made by a rule of our own"],
            known.Check([new("missing", "//a:b", "x.cc", "compile"), new("missing", "//c:d", "x.cc", "compile")]));
    }

    [Theory]
    [InlineData("missing | //a:b | x.cc | compile")]
    [InlineData("missing | //a:b | x.cc | compile | ")]
    public void A_known_difference_needs_a_reason(string line) =>
        Assert.Throws<FormatException>(() => KnownDifferences.Parse([line]));

    [Fact]
    public void What_a_build_runs_is_found_from_its_outputs()
    {
        ActionView archive = new("CppArchive", "//a:c", "k8-fastbuild", ["ar", "c.a", "bazel-out/k8-fastbuild/bin/a/_objs/b/x.o"], [], ["c.a"]);
        ActionView x = Compile("a/x.cc", "-DX");
        ActionView link = Link("c.a");
        Assert.Equal([x, archive, link],
            NeededActions.Find([x, Compile("a/unused.cc", "-DX"), archive, link], "bazel-out/k8-fastbuild/bin/a/libb.so"));
    }
}
