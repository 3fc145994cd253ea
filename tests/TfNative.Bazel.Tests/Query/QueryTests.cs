namespace TfNative.Bazel.Tests.Query;

public class QueryTests
{
    private readonly InMemoryTargetGraph graph = new();

    public QueryTests()
    {
        //  app:app -> lib:a -> lib:c -> base:d
        //          -> lib:b -> lib:c
        //  lib:a_test -> lib:a; gen:gen --(tool)--> tool:tool
        graph.Add("cc_binary", "//app:app", srcs: ["//app:main.cc"], deps: ["//lib:a", "//lib:b"]);
        graph.Add("cc_library", "//lib:a", srcs: ["//lib:a.cc"], deps: ["//lib:c"]).With("linkstatic", true);
        graph.Add("cc_library", "//lib:b", srcs: ["//lib:b.cc"], deps: ["//lib:c"]).With("linkstatic", false);
        graph.Add("cc_library", "//lib:c", deps: ["//base:d"], edges: new QueryEdge(L("//base:cfg"), "copts"))
            .With("copts", new[] { "-DX" }, new QueryAttribute.Part(
                [(L("//base:cfg"), new[] { "-DY" }), (L("//conditions:default"), Array.Empty<string>())]));
        graph.Add("cc_library", "//base:d", edges:
        [
            new(L("//base:toolchain"), "$cc_toolchain", QueryEdgeKind.Implicit),
            new(L("//base:friends"), "visibility", QueryEdgeKind.Nodep),
        ]);
        graph.Add("config_setting", "//base:cfg");
        graph.Add("toolchain", "//base:toolchain");
        graph.AddFile("//base:friends", "package group");
        graph.Add("cc_test", "//lib:a_test", deps: ["//lib:a"]).With("tags", new[] { "slow" }).With("size", "small");
        graph.Add("cc_test", "//lib:b_test", deps: ["//lib:b"]).With("tags", new[] { "quick" }).With("size", "large");
        graph.Add("test_suite", "//lib:slow").With("tests", (object)new[] { L("//lib:a_test"), L("//lib:b_test") }).With("tags", (object)new[] { "slow", "manual" });
        graph.Add("test_suite", "//lib:all_tests").With("$implicit_tests", (object)new[] { L("//lib:a_test"), L("//lib:b_test") }).With("tests", (object)new[] { L("//lib:slow") }).With("tags", (object)new[] { "-large" });
        graph.Add("genrule", "//gen:gen", srcs: ["//gen:in.txt"], edges: new QueryEdge(L("//tool:tool"), "tools", QueryEdgeKind.Tool));
        graph.AddFile("//gen:out.txt", "generated file", new QueryEdge(L("//gen:gen"), null));
        graph.Add("cc_binary", "//tool:tool");
        graph.AddLoads("//lib", "//build:defs.bzl", "@rules//cc:defs.bzl");
    }

    private static Label L(string text) => InMemoryTargetGraph.L(text);

    private string Run(string query, QueryOptions? options = null) =>
        string.Join(' ', Bazel.Query.Run(query, graph, options).Targets.Select(target => target.Label));

    [Theory]
    [InlineData("//lib:a", "//lib:a")]
    [InlineData("'//lib:a'", "//lib:a")]
    [InlineData("\"//lib:a\"", "//lib:a")]
    [InlineData("  ( //lib:a )\n", "//lib:a")]
    [InlineData("//base:all", "//base:cfg //base:d //base:toolchain")]
    [InlineData("//base:*", "//base:cfg //base:d //base:friends //base:toolchain")]
    [InlineData("//app/...", "//app:app")]
    [InlineData("set(//lib:a //lib:b '//lib:a')", "//lib:a //lib:b")]
    [InlineData("set()", "")]
    public void Patterns_and_sets_name_targets(string query, string targets) => Assert.Equal(targets, Run(query));

    [Theory]
    [InlineData("//lib:a + //lib:b", "//lib:a //lib:b")]
    [InlineData("//lib:a union //lib:b", "//lib:a //lib:b")]
    [InlineData("set(//lib:a //lib:b) - //lib:a", "//lib:b")]
    [InlineData("set(//lib:a //lib:b) except //lib:a", "//lib:b")]
    [InlineData("set(//lib:a //lib:b) ^ //lib:a", "//lib:a")]
    [InlineData("set(//lib:a //lib:b) intersect //lib:a", "//lib:a")]
    [InlineData("//lib:a + //lib:b - //lib:a + //lib:c", "//lib:b //lib:c")]
    [InlineData("//lib:a + (//lib:b - //lib:b)", "//lib:a")]
    [InlineData("let x = //lib:a in $x + $x", "//lib:a")]
    [InlineData("let x = //lib:a in let y = $x + //lib:b in $y - $x", "//lib:b")]
    [InlineData("let x = //lib:a in let x = //lib:b in $x", "//lib:b")]
    [InlineData("let s = //lib:all in kind(cc_library, $s) - set(//lib:a) ^ $s", "//lib:b //lib:c")]
    public void Operators_bind_to_the_left_and_variables_name_sets(string query, string targets) =>
        Assert.Equal(targets, Run(query));

    [Theory]
    [InlineData("deps(//lib:c)", "//base:cfg //base:d //base:friends //base:toolchain //lib:c")]
    [InlineData("deps(//lib:a, 0)", "//lib:a")]
    [InlineData("deps(//lib:a, 1)", "//lib:a //lib:a.cc //lib:c")]
    [InlineData("deps(//gen:out.txt)", "//gen:gen //gen:in.txt //gen:out.txt //tool:tool")]
    [InlineData("rdeps(//app:app, //lib:c)", "//app:app //lib:a //lib:b //lib:c")]
    [InlineData("rdeps(//app:app, //lib:c, 1)", "//lib:a //lib:b //lib:c")]
    [InlineData("rdeps(//lib:a, //lib:b)", "")]
    [InlineData("rdeps(//lib:all, //lib:a)", "//lib:a //lib:a_test")]
    [InlineData("same_pkg_direct_rdeps(//lib:c)", "//lib:a //lib:b")]
    [InlineData("same_pkg_direct_rdeps(//base:d)", "")]
    [InlineData("allpaths(//app:app, //lib:c)", "//app:app //lib:a //lib:b //lib:c")]
    [InlineData("allpaths(//lib:a, //lib:b)", "")]
    [InlineData("some(//lib:all)", "//lib:a")]
    [InlineData("some(//lib:all, 2)", "//lib:a //lib:a_test")]
    public void Dependencies_are_followed_both_ways(string query, string targets) => Assert.Equal(targets, Run(query));

    [Fact]
    public void A_path_is_one_of_the_shortest_and_in_its_own_order()
    {
        Assert.Equal("//app:app //lib:a //lib:c //base:d", Run("somepath(//app:app, //base:d)"));
        Assert.Equal("//lib:a_test //lib:a", Run("somepath(//lib:all, //lib:a) + //lib:a_test"));
        Assert.Equal("", Run("somepath(//base:d, //app:app)"));
    }

    [Fact]
    public void Some_sorts_of_dependencies_can_be_left_out()
    {
        Assert.Equal("//base:d //base:friends //base:toolchain", Run("deps(//base:d)"));
        Assert.Equal("//base:d //base:friends", Run("deps(//base:d)", new() { ImplicitDeps = false }));
        Assert.Equal("//base:d //base:toolchain", Run("deps(//base:d)", new() { NodepDeps = false }));
        Assert.Equal("//gen:gen //gen:in.txt", Run("deps(//gen:gen)", new() { ToolDeps = false }));
    }

    [Fact]
    public void Allrdeps_searches_the_universe_of_the_options()
    {
        Assert.Equal("//app:app //lib:a //lib:c", Run("allrdeps(//lib:c) - //lib:b", new() { UniverseScope = ["//app:all"] }));
        Assert.Equal("//lib:a //lib:c", Run("allrdeps(//lib:c)", new() { UniverseScope = ["//lib:all", "-//lib:b", "-//lib:a_test", "-//lib:b_test", "-//lib:slow", "-//lib:all_tests"] }));
        Assert.Throws<QueryException>(() => Run("allrdeps(//lib:c)"));
    }

    [Theory]
    [InlineData("rbuildfiles(build/defs.bzl)", "//lib:BUILD")]
    [InlineData("rbuildfiles(@rules//cc:defs.bzl)", "//lib:BUILD")]
    [InlineData("rbuildfiles(//build:defs.bzl, app/BUILD)", "//app:BUILD //lib:BUILD")]
    [InlineData("rbuildfiles(none.bzl)", "")]
    public void Rbuildfiles_finds_the_packages_of_the_universe_that_a_file_is_part_of(string query, string targets)
    {
        Assert.Equal(targets, Run(query, new() { UniverseScope = ["//app:all"] }));
        Assert.Throws<QueryException>(() => Run(query));
    }

    [Theory]
    [InlineData("kind(cc_library, //lib:all)", "//lib:a //lib:b //lib:c")]
    [InlineData("kind('source file', deps(//app:app))", "//app:main.cc //lib:a.cc //lib:b.cc")]
    [InlineData("kind('^cc_.*_?test rule$', //lib:all)", "//lib:a_test //lib:b_test")]
    [InlineData("filter('_test$', //lib:all)", "//lib:a_test //lib:b_test")]
    [InlineData("filter(//base, deps(//lib:c))", "//base:cfg //base:d //base:friends //base:toolchain")]
    [InlineData("executables(deps(//app:app) + //lib:a_test + //tool:tool)", "//app:app //tool:tool")]
    [InlineData("attr(linkstatic, 1, //lib:all)", "//lib:a")]
    [InlineData("attr(linkstatic, '[01]', //lib:all)", "//lib:a //lib:b")]
    [InlineData("attr(deps, '^.//lib:c.$', //lib:all)", "//lib:a //lib:b")]
    [InlineData("attr(copts, '-DX, -DY', //lib:all)", "//lib:c")]
    [InlineData("attr(copts, '^\\[-DX\\]$', //lib:all)", "//lib:c")]
    [InlineData("attr(nothing, '', //lib:all)", "")]
    public void Targets_are_filtered_by_kind_label_and_attribute(string query, string targets) => Assert.Equal(targets, Run(query));

    [Theory]
    [InlineData("labels(srcs, //lib:all)", "//lib:a.cc //lib:b.cc")]
    [InlineData("labels(deps, //app:app)", "//lib:a //lib:b")]
    [InlineData("labels(nothing, //app:app)", "")]
    [InlineData("tests(//lib:a_test + //lib:a)", "//lib:a_test")]
    [InlineData("tests(//lib:slow)", "//lib:a_test")]
    [InlineData("tests(//lib:all_tests)", "//lib:a_test")]
    [InlineData("siblings(//tool:tool + //gen:in.txt)", "//gen:gen //gen:in.txt //gen:out.txt //tool:tool")]
    [InlineData("loadfiles(//lib:a)", "//build:defs.bzl @rules//cc:defs.bzl")]
    [InlineData("loadfiles(//app:app)", "")]
    [InlineData("buildfiles(//lib:a + //app:app)", "//app:BUILD //build:BUILD //build:defs.bzl //lib:BUILD @rules//cc:BUILD @rules//cc:defs.bzl")]
    public void Labels_tests_siblings_and_files_are_found(string query, string targets) => Assert.Equal(targets, Run(query));

    [Fact]
    public void A_suite_that_contains_itself_ends()
    {
        graph.Add("test_suite", "//loop:s").With("tests", (object)new[] { L("//loop:s"), L("//lib:a_test") });
        Assert.Equal("//lib:a_test", Run("tests(//loop:s)"));
    }

    [Fact]
    public void Only_what_all_may_depend_on_is_visible()
    {
        graph.Invisible.Add(("//base:d", "//app:app"));
        Assert.Equal("//lib:c", Run("visible(//app:app + //lib:a, //lib:c + //base:d)"));
        Assert.Equal("//base:d //lib:c", Run("visible(//lib:a, //lib:c + //base:d)"));
    }

    [Fact]
    public void A_cycle_is_no_trouble()
    {
        graph.Add("cc_library", "//loop:x", deps: ["//loop:y"]);
        graph.Add("cc_library", "//loop:y", deps: ["//loop:x"]);
        Assert.Equal("//loop:x //loop:y", Run("deps(//loop:x)"));
        Assert.Equal("//loop:x //loop:y", Run("rdeps(//loop:x, //loop:y)"));
    }

    [Fact]
    public void A_target_that_does_not_exist_is_the_graphs_error() =>
        Assert.Throws<QueryException>(() => Run("deps(//lib:none)"));
}
