namespace TfNative.Bazel.Tests.Query;

public class QueryWriterTests
{
    private readonly InMemoryTargetGraph graph = new();

    public QueryWriterTests()
    {
        graph.Add("cc_library", "//a/b:x", srcs: ["//a/b:1.cc", "//a/b:2.cc"], deps: ["@r//:y"])
            .With("copts", new[] { "-DA=\"1\"" }, new QueryAttribute.Part(
                [(InMemoryTargetGraph.L("//a:cfg"), new[] { "-DB" }), (InMemoryTargetGraph.L("//conditions:default"), Array.Empty<string>())]))
            .With("alwayslink", true)
            .With("licence", (object?)null)
            .With("size", 3)
            .With("env", new SortedDictionary<string, string> { ["K"] = "v\n" });
        graph.Add("cc_library", "@r//:y");
    }

    private string Write(QueryOutput output)
    {
        var writer = new StringWriter();
        QueryWriter.Write(Bazel.Query.Run("deps(//a/b:x)", graph), output, writer);
        return writer.ToString();
    }

    [Fact]
    public void Labels_kinds_packages_and_places_are_written_a_line_each()
    {
        Assert.Equal("//a/b:1.cc\n//a/b:2.cc\n//a/b:x\n@r//:y\n", Write(QueryOutput.Label));
        Assert.Equal("source file //a/b:1.cc\nsource file //a/b:2.cc\ncc_library rule //a/b:x\ncc_library rule @r//:y\n", Write(QueryOutput.LabelKind));
        Assert.Equal("@r//\na/b\n", Write(QueryOutput.Package));
        Assert.Contains("/w/a/b/BUILD:1:1: cc_library rule //a/b:x\n", Write(QueryOutput.Location), StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_are_written_as_their_BUILD_file_could_have_them() => Assert.StartsWith(
        """
        # /w/a/b/BUILD:1:1
        cc_library(
          name = "x",
          srcs = ["//a/b:1.cc", "//a/b:2.cc"],
          deps = ["@r//:y"],
          copts = ["-DA=\"1\""] + select({"//a:cfg": ["-DB"], "//conditions:default": []}),
          alwayslink = True,
          licence = None,
          size = 3,
          env = {"K": "v\n"},
        )
        # Rule x instantiated at (most recent call last):
        #   /w/a/b/BUILD:1:1 in <toplevel>

        # /w/external/r/BUILD:1:1
        cc_library(
          name = "y",
        )
        """,
        Write(QueryOutput.Build),
        StringComparison.Ordinal);

    [Fact]
    public void A_graph_has_one_node_for_targets_that_are_linked_alike() => Assert.Equal(
        """
        digraph mygraph {
          node [shape=box];
          "//a/b:1.cc\n//a/b:2.cc\n@r//:y"
          "//a/b:x"
          "//a/b:x" -> "//a/b:1.cc\n//a/b:2.cc\n@r//:y"
        }

        """,
        Write(QueryOutput.Graph));

    [Theory]
    [InlineData("label", QueryOutput.Label)]
    [InlineData("label_kind", QueryOutput.LabelKind)]
    [InlineData("graph", QueryOutput.Graph)]
    [InlineData("Label", null)]
    [InlineData("proto", null)]
    public void Formats_have_Bazels_names(string name, QueryOutput? output) => Assert.Equal(output, QueryWriter.Find(name));
}
