namespace TfNative.Bazel.Tests.Text;

public class MakeVariablesTests
{
    private readonly Dictionary<string, string> variables = new()
    {
        ["SRCS"] = "a.cc b.cc",
        ["@"] = "out/x.o",
        ["<"] = "a.cc",
        ["^"] = "a.cc b.cc",
        ["TWICE"] = "[$(SRCS)]",
        ["SELF"] = "SELF",
        ["LOOP"] = "$(LOOP2)",
        ["LOOP2"] = "$(LOOP)",
        ["PRICE"] = "$$5",
        ["@D"] = "out",
    };

    private string Expand(string text) => MakeVariables.Expand(text, name => variables.GetValueOrDefault(name));

    [Theory]
    [InlineData("nothing", "nothing")]
    [InlineData("", "")]
    [InlineData("cat $(SRCS) > $@", "cat a.cc b.cc > out/x.o")]
    [InlineData("$<|$^|$(@D)", "a.cc|a.cc b.cc|out")]
    [InlineData("for f in $$(ls); do echo $$f; done", "for f in $(ls); do echo $f; done")]
    [InlineData("$$$$", "$$")]
    [InlineData("$$$@", "$out/x.o")]
    [InlineData("$(TWICE)", "[a.cc b.cc]")]
    [InlineData("$(PRICE)", "$5")]
    [InlineData("$(SELF)", "SELF")]
    public void References_are_replaced(string text, string expanded) => Assert.Equal(expanded, Expand(text));

    [Theory]
    [InlineData("$(NONE)", "$(NONE) not defined")]
    [InlineData("$()", "$() not defined")]
    [InlineData("$(SRCS", "unterminated variable reference")]
    [InlineData("${SRCS", "unterminated variable reference")]
    [InlineData("a$", "unterminated $")]
    [InlineData("${SRCS}", "'${SRCS}' syntax is not supported; use '$(SRCS)' instead for \"Make\" variables, or escape the '$' as '$$' if you intended this for the shell")]
    [InlineData("$SRCS-x", "'$SRCS' syntax is not supported; use '$(SRCS)' instead for \"Make\" variables, or escape the '$' as '$$' if you intended this for the shell")]
    [InlineData("$1x", "'$1x' syntax is not supported; use '$(1x)' instead for \"Make\" variables, or escape the '$' as '$$' if you intended this for the shell")]
    [InlineData("$(location x)", "$(location) not defined")]
    [InlineData("$(LOOP)", "potentially unbounded recursion during expansion of '$(LOOP2)'")]
    public void What_is_no_reference_is_an_error_in_Bazels_words(string text, string message)
    {
        var error = Assert.Throws<MakeVariableException>(() => Expand(text));
        Assert.Equal(message, error.Message);
        Assert.Equal("TFN2022", error.Code);
    }

    [Fact]
    public void Functions_are_called_with_their_argument_and_their_value_is_taken_as_it_is()
    {
        string expanded = MakeVariables.Expand(
            "$(f  a b ) $(V)", name => name == "V" ? "$(f x)" : null, (name, argument) => $"{name}<{argument}$$>");
        Assert.Equal("f<a b$$> f<x$$>", expanded);
    }

    [Fact]
    public void A_long_command_is_expanded()
    {
        string text = string.Concat(Enumerable.Repeat("echo some words here $$X $@ && ", 2000));
        Assert.Equal(text.Replace("$$X", "$X", StringComparison.Ordinal).Replace("$@", "out/x.o", StringComparison.Ordinal), Expand(text));
    }
}
