namespace TfNative.Starlark;

/// <summary>String and bytes literals: quotes, triple quotes, prefixes r and b.</summary>
internal sealed partial class Scanner
{
    private static readonly System.Buffers.SearchValues<char> DoubleQuoteStops = System.Buffers.SearchValues.Create("\"\\\n\r");
    private static readonly System.Buffers.SearchValues<char> SingleQuoteStops = System.Buffers.SearchValues.Create("'\\\n\r");

    private bool ScanPrefixedString(ref Token token, char first)
    {
        char second = Peek(1);
        if (second is '"' or '\'')
        {
            position++;
            ScanString(ref token, raw: first == 'r', bytes: first == 'b');
            return true;
        }
        if (second is 'r' or 'b' && second != first && Peek(2) is '"' or '\'')
        {
            position += 2;
            ScanString(ref token, raw: true, bytes: true);
            return true;
        }
        return false;
    }

    private void ScanString(ref Token token, bool raw, bool bytes)
    {
        char quote = text[position];
        bool triple = Peek(1) == quote && Peek(2) == quote;
        position += triple ? 3 : 1;
        int bodyStart = position;
        bool plain = true;
        while (true)
        {
            if (!SkipPlain(quote))
            {
                Unclosed(ref token);
                return;
            }
            char c = text[position];
            if (c == quote)
            {
                if (!triple || (Peek(1) == quote && Peek(2) == quote))
                    break;
                position++;
            }
            else if (c == '\\')
            {
                plain &= raw && Peek(1) != '\r';
                position += Peek(1) == '\r' && Peek(2) == '\n' ? 3 : 2;
                if (position > text.Length)
                    position = text.Length;
            }
            else if (triple)
            {
                plain &= c != '\r';
                position++;
            }
            else
            {
                Unclosed(ref token);
                return;
            }
        }
        int bodyEnd = position;
        position += triple ? 3 : 1;
        SetString(ref token, bodyStart, bodyEnd, plain, raw, bytes);
    }

    /// <summary>Moves to the next quote, backslash or line end; false at the end of the file.</summary>
    private bool SkipPlain(char quote)
    {
        ReadOnlySpan<char> rest = text.AsSpan(position);
        int length = rest.IndexOfAny(quote == '"' ? DoubleQuoteStops : SingleQuoteStops);
        position = length < 0 ? text.Length : position + length;
        return length >= 0;
    }

    private void Unclosed(ref Token token) =>
        Invalid(ref token, token.Start, "unclosed string literal");

    private void SetString(ref Token token, int start, int end, bool plain, bool raw, bool bytes)
    {
        ReadOnlySpan<char> body = text.AsSpan(start, end - start);
        token.Kind = bytes ? TokenKind.Bytes : TokenKind.String;
        if (plain && !bytes)
        {
            token.Value = pool.Get(body);
            return;
        }
        var literal = new LiteralDecoder(body, raw, bytes);
        if (!literal.Decode())
        {
            // The literal has an end, so scanning goes on behind it.
            Invalid(ref token, start + literal.ErrorOffset, literal.Error!);
            return;
        }
        token.Value = bytes ? literal.Bytes : pool.Get(literal.Text);
    }
}
