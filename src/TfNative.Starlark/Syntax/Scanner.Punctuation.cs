namespace TfNative.Starlark;

/// <summary>Operators and brackets: the longest sequence that is a token wins.</summary>
internal sealed partial class Scanner
{
    private void ScanPunctuation(ref Token token, char c)
    {
        int start = position++;
        switch (c)
        {
            case '(': Open(ref token, TokenKind.LeftParen); break;
            case '[': Open(ref token, TokenKind.LeftBracket); break;
            case '{': Open(ref token, TokenKind.LeftBrace); break;
            case ')': Close(ref token, TokenKind.RightParen); break;
            case ']': Close(ref token, TokenKind.RightBracket); break;
            case '}': Close(ref token, TokenKind.RightBrace); break;
            case ',': token.Kind = TokenKind.Comma; break;
            case ':': token.Kind = TokenKind.Colon; break;
            case ';': token.Kind = TokenKind.Semicolon; break;
            case '.': token.Kind = TokenKind.Dot; break;
            case '~': token.Kind = TokenKind.Tilde; break;
            case '+': token.Kind = Take('=') ? TokenKind.PlusEqual : TokenKind.Plus; break;
            case '-': token.Kind = Take('=') ? TokenKind.MinusEqual : TokenKind.Minus; break;
            case '%': token.Kind = Take('=') ? TokenKind.PercentEqual : TokenKind.Percent; break;
            case '&': token.Kind = Take('=') ? TokenKind.AmpersandEqual : TokenKind.Ampersand; break;
            case '|': token.Kind = Take('=') ? TokenKind.PipeEqual : TokenKind.Pipe; break;
            case '^': token.Kind = Take('=') ? TokenKind.CaretEqual : TokenKind.Caret; break;
            case '=': token.Kind = Take('=') ? TokenKind.EqualEqual : TokenKind.Equal; break;
            case '*':
                token.Kind = Take('*') ? TokenKind.StarStar : Take('=') ? TokenKind.StarEqual : TokenKind.Star;
                break;
            case '/':
                if (Take('/'))
                    token.Kind = Take('=') ? TokenKind.SlashSlashEqual : TokenKind.SlashSlash;
                else
                    token.Kind = Take('=') ? TokenKind.SlashEqual : TokenKind.Slash;
                break;
            case '<':
                if (Take('<'))
                    token.Kind = Take('=') ? TokenKind.LessLessEqual : TokenKind.LessLess;
                else
                    token.Kind = Take('=') ? TokenKind.LessEqual : TokenKind.Less;
                break;
            case '>':
                if (Take('>'))
                    token.Kind = Take('=') ? TokenKind.GreaterGreaterEqual : TokenKind.GreaterGreater;
                else
                    token.Kind = Take('=') ? TokenKind.GreaterEqual : TokenKind.Greater;
                break;
            case '!' when Take('='): token.Kind = TokenKind.NotEqual; break;
            default:
                Invalid(ref token, start, $"invalid character: '{Describe(c)}'");
                break;
        }
    }

    private bool Take(char c)
    {
        if (Current != c || position >= text.Length)
            return false;
        position++;
        return true;
    }

    private void Open(ref Token token, TokenKind kind)
    {
        brackets++;
        token.Kind = kind;
    }

    private void Close(ref Token token, TokenKind kind)
    {
        if (brackets > 0)
            brackets--;
        token.Kind = kind;
    }
}
