namespace TfNative.Bazel.Tests.Query;

public class QuerySyntaxTests
{
    [Theory]
    [InlineData("", 0, "expected an operand, found the end of the query")]
    [InlineData("deps(//a:b", 10, "expected ')', found the end of the query")]
    [InlineData("deps(//a:b))", 11, "expected an operator, found ')'")]
    [InlineData("//a:b +", 7, "expected an operand, found the end of the query")]
    [InlineData("//a:b + + //c", 8, "expected an operand, found '+'")]
    [InlineData("//a:b //c:d", 6, "expected an operator, found '/'")]
    [InlineData("deps()", 5, "expected an operand, found ')'")]
    [InlineData("deps(//a:b,)", 11, "expected an operand, found ')'")]
    [InlineData("(//a:b", 6, "expected ')', found the end of the query")]
    [InlineData("set(//a:b, //c:d)", 9, "expected ')', found ','")]
    [InlineData("let x //a:b in $x", 6, "expected '=', found '/'")]
    [InlineData("let x = //a:b + $x", 18, "expected 'in', found the end of the query")]
    [InlineData("kind('cc, //a:b)", 5, "the quotation is not closed")]
    [InlineData("//a:b & //c:d", 6, "expected an operator, found '&'")]
    [InlineData("union", 0, "expected an operand, found 'u'")]
    [InlineData("-//a:b", 0, "expected an operand, found '-'")]
    [InlineData("'-//a:b'", 0, "target literal must not begin with (-): -//a:b; write 'x except y' to leave targets out")]
    [InlineData("let 1x = //a:b in $1x", 4, "invalid variable name '1x' in let expression")]
    [InlineData("//a:b + $x", 8, "undefined variable 'x'")]
    [InlineData("(let x = //a:b in $x) + $x", 24, "undefined variable 'x'")]
    [InlineData("deps(//a:b, two)", 12, "expected an integer literal: 'two'")]
    [InlineData("deps(//a:b, 1, 2)", 0, "wrong number of arguments (3), it is deps(expression[, integer])")]
    [InlineData("rbuildfiles()", 12, "expected an operand, found ')'")]
    [InlineData("rbuildfiles(a.bzl, deps(//a:b))", 19, "expected a word, it is rbuildfiles(word, ...)")]
    [InlineData("kind(cc_library)", 0, "wrong number of arguments (1), it is kind(word, expression)")]
    [InlineData("kind(deps(//a:b), //a:b)", 5, "expected a word, it is kind(word, expression)")]
    [InlineData("filter('(', //a:b)", 7, "illegal 'filter' pattern: Invalid pattern '(' at offset 1. Not enough )'s.")]
    public void What_is_wrong_is_shown_where_it_is(string query, int position, string problem)
    {
        var graph = new InMemoryTargetGraph();
        graph.Add("cc_library", "//a:b");
        var error = Assert.Throws<QuerySyntaxException>(() => Bazel.Query.Run(query, graph));
        Assert.Equal($"query syntax error: {problem}\n  {query}\n  {new string(' ', position)}^", error.Message);
        Assert.Equal(("TFN2044", position), (error.Code, error.Position));
    }

    [Fact]
    public void An_unknown_function_is_told_with_those_that_there_are()
    {
        var error = Assert.Throws<QuerySyntaxException>(() => Bazel.Query.Run("//a:b + dep(//a:b)", new InMemoryTargetGraph()));
        Assert.Contains("there is no function 'dep'; there are allpaths, allrdeps, attr, ", error.Message, StringComparison.Ordinal);
        Assert.Equal(8, error.Position);
    }

    [Fact]
    public void Of_a_query_of_several_lines_the_one_with_the_error_is_shown()
    {
        var error = Assert.Throws<QuerySyntaxException>(() => Bazel.Query.Run("deps(\n  //a:b,,\n  2)", new InMemoryTargetGraph()));
        Assert.EndsWith("\n    //a:b,,\n          ^", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_query_is_parsed()
    {
        var graph = new InMemoryTargetGraph();
        graph.Add("cc_library", "//a:b");
        string query = "set(" + string.Join(' ', Enumerable.Repeat("//a:b", 20_000)) + ")";
        Assert.Single(Bazel.Query.Run(query, graph).Targets);
    }
}
