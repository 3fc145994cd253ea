using CsCheck;

namespace TfNative.Bazel.Tests.Text;

public class ShellTokenizerTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData(" \t ", new string[0])]
    [InlineData("foo bar", new[] { "foo", "bar" })]
    [InlineData("  foo\tbar ", new[] { "foo", "bar" })]
    [InlineData("foo'' bar", new[] { "foo", "bar" })]
    [InlineData("'' ''", new[] { "", "" })]
    [InlineData("\"\"", new[] { "" })]
    [InlineData("'foo bar' baz", new[] { "foo bar", "baz" })]
    [InlineData("-DX='\"a b\"'", new[] { "-DX=\"a b\"" })]
    [InlineData("a\"b\\\"c\\\\d\\e\"f", new[] { "ab\"c\\d\\ef" })]
    [InlineData("\\\\foo\\ bar \\'", new[] { "\\foo bar", "'" })]
    [InlineData("'\\'a", new[] { "\\a" })]
    [InlineData("-DV=\\\"1.0\\\"", new[] { "-DV=\"1.0\"" })]
    [InlineData("a\nb", new[] { "a\nb" })]
    [InlineData(" 'a' ", new[] { "a" })]
    public void Words_are_those_that_a_shell_sees(string text, string[] words) =>
        Assert.Equal(words, ShellTokenizer.Tokenize(text));

    [Theory]
    [InlineData("'foo", "unterminated quotation")]
    [InlineData("foo \"bar\\\"", "unterminated quotation")]
    [InlineData("\"", "unterminated quotation")]
    [InlineData("foo\\", "backslash at end of string")]
    [InlineData("\"foo\\", "backslash at end of string")]
    public void A_word_that_does_not_end_is_an_error(string text, string message) =>
        Assert.Equal(message, Assert.Throws<ShellSyntaxException>(() => ShellTokenizer.Tokenize(text)).Message);

    [Theory]
    [InlineData("", "''")]
    [InlineData("a-b_c.d/e@f%g+h:i,9", "a-b_c.d/e@f%g+h:i,9")]
    [InlineData("a b", "'a b'")]
    [InlineData("a=b", "'a=b'")]
    [InlineData("~", "'~'")]
    [InlineData("it's", "'it'\\''s'")]
    [InlineData("ü", "'ü'")]
    public void Words_are_quoted_where_a_shell_would_not_take_them_as_they_are(string word, string quoted)
    {
        Assert.Equal(quoted, ShellQuote.Quote(word));
        Assert.Equal([word], ShellTokenizer.Tokenize(ShellQuote.Quote(word)));
    }

    [Fact]
    public void Quoting_and_tokenizing_give_back_any_words() =>
        Gen.Char["ab \t'\"\\$&;\n"].Array[0, 6].Select(characters => new string(characters)).List[0, 5].Sample(
            words => ShellTokenizer.Tokenize(ShellQuote.Join(words)).SequenceEqual(words));
}
