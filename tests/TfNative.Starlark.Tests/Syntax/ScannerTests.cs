using CsCheck;

namespace TfNative.Starlark.Tests.Syntax;

public class ScannerTests
{
    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String,
        Pick.From("(", ")", "[", "]", "{", "}", "\n", "\n  ", "\r\n", "\\\n", " ", "#c", "'", "\"", "\"\"\"", "r'", "b'", "\\", "0x1", "1.5", "1e9", "0", "x", "if", "é", "\0", "\uD800", "+=", "//", "<<=", "!", "$")
            .Array[0, 40].Select(string.Concat));

    [Fact]
    public void Tokens_cover_any_text_and_what_is_between_them_is_white_space() => AnyText.Sample(
        text =>
        {
            int position = 0, count = 0;
            foreach (Token token in Scan(text))
            {
                Assert.InRange(token.Start, position, text.Length);
                Assert.InRange(token.End, token.Start, text.Length);
                Assert.True(IsBlank(text[position..token.Start]), $"'{text[position..token.Start]}' is in no token");
                position = token.End;
                // Indentation tokens have no characters, but there are no more of them than lines.
                Assert.True(++count <= (3 * text.Length) + 5, "endless tokens");
            }
            Assert.True(IsBlank(text[position..]));
        },
        iter: 3000);

    [Theory]
    [InlineData("a == 1.5", "Identifier Equal Equal Float", "Identifier EqualEqual Float Newline EndOfFile")]
    [InlineData("if x:\n  y\nz", "", "If Identifier Colon Newline Indent Identifier Newline Outdent Identifier Newline EndOfFile")]
    [InlineData("(\n a\n)", "", "LeftParen Identifier RightParen Newline EndOfFile")]
    [InlineData("rb'x' r'y' b'z'", "", "Bytes String Bytes Newline EndOfFile")]
    [InlineData("", "", "EndOfFile")]
    [InlineData("\n\n  # only a comment\n", "", "EndOfFile")]
    [InlineData("x\\\n+1", "", "Identifier Plus Int Newline EndOfFile")]
    [InlineData(">>= >> >= >", "", "GreaterGreaterEqual GreaterGreater GreaterEqual Greater Newline EndOfFile")]
    public void The_longest_token_wins(string text, string not, string expected)
    {
        string kinds = string.Join(' ', Scan(text).Select(t => t.Kind));
        Assert.Equal(expected, kinds);
        Assert.NotEqual(not, kinds);
    }

    private static List<Token> Scan(string text)
    {
        var tokens = new List<Token>();
        var scanner = new Scanner(new SourceText("f", text), static (_, _) => { });
        Token token = default;
        do
        {
            scanner.Next(ref token);
            tokens.Add(token);
        }
        while (token.Kind != TokenKind.EndOfFile);
        return tokens;
    }

    /// <summary>White space, comments and joined lines.</summary>
    private static bool IsBlank(string gap)
    {
        for (int i = 0; i < gap.Length; i++)
        {
            if (gap[i] == '#')
            {
                while (i < gap.Length && gap[i] is not ('\n' or '\r'))
                    i++;
            }
            else if (gap[i] is not (' ' or '\t' or '\n' or '\r' or '\\'))
            {
                return false;
            }
        }
        return true;
    }
}
