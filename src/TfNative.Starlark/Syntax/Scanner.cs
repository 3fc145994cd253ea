namespace TfNative.Starlark;

/// <summary>
/// Breaks a file's text into tokens, one at a time. Written by hand: it scans over 100 MB/s where a general lexer
/// reaches a few. The parts: this file has white space, indentation and punctuation; numbers and strings have their own.
/// </summary>
internal sealed partial class Scanner
{
    private readonly SourceText source;
    private readonly string text;
    private readonly Action<int, string> report;
    private readonly StringPool pool = StringPool.Current;
    private readonly List<int> indents = [0];
    private int position;
    private int brackets;
    private int pendingOutdents;
    private bool pendingIndent;
    private bool atLineStart = true;
    private bool lastWasNewline = true;

    /// <param name="source">The file.</param>
    /// <param name="report">Takes errors: offset and message.</param>
    public Scanner(SourceText source, Action<int, string> report)
    {
        this.source = source;
        text = source.Text;
        this.report = report;
    }

    private char Current => position < text.Length ? text[position] : '\0';

    private char Peek(int ahead) => position + ahead < text.Length ? text[position + ahead] : '\0';

    /// <summary>Overwrites <paramref name="token"/> with the next token; at the end of the file, again and again its end.</summary>
    public void Next(ref Token token)
    {
        token.Value = null;
        if (atLineStart && brackets == 0)
            SkipBlankLinesAndIndent();
        if (EmitIndentation(ref token))
            return;
        SkipSpace();
        token.Start = position;
        if (position >= text.Length)
        {
            EndFile(ref token);
            return;
        }
        lastWasNewline = false;
        char c = text[position];
        if (char.IsAsciiLetter(c) || c == '_')
            ScanWord(ref token);
        else if (c is '"' or '\'')
            ScanString(ref token, raw: false, bytes: false);
        else if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(Peek(1))))
            ScanNumber(ref token);
        else if (c is '\n' or '\r')
            ScanNewline(ref token);
        else if (c >= 0x80)
            ScanWord(ref token);
        else
            ScanPunctuation(ref token, c);
        token.End = position;
    }

    /// <summary>
    /// After an error: continues at the next line that is indented no deeper than <paramref name="offset"/>'s line and
    /// does not only close brackets, as if every bracket were closed. Gives one error for a broken statement.
    /// </summary>
    /// <param name="offset">Where the broken statement begins.</param>
    /// <param name="failure">
    /// Where the error is: an open bracket is noticed at the start of the next statement, which is then not skipped.
    /// </param>
    public void SkipStatement(int offset, int failure)
    {
        int statementLine = LineStart(offset);
        int column = IndentationOf(statementLine);
        brackets = 0;
        pendingIndent = false;
        int line = LineStart(failure);
        if (line <= statementLine || !StartsStatement(line, column))
        {
            line = Math.Max(position, offset);
            do
            {
                int end = text.AsSpan(line).IndexOf('\n');
                line = end < 0 ? text.Length : line + end + 1;
            }
            while (line < text.Length && !StartsStatement(line, column));
        }
        position = line;
        atLineStart = true;
        lastWasNewline = true;
    }

    private bool StartsStatement(int line, int column)
    {
        int indentation = IndentationOf(line);
        int first = line + indentation;
        return indentation <= column && first < text.Length && text[first] is not ('\n' or '\r' or '#' or ')' or ']' or '}');
    }

    private int LineStart(int offset) => offset <= 0 ? 0 : text.LastIndexOf('\n', Math.Min(offset, text.Length) - 1) + 1;

    private int IndentationOf(int line)
    {
        int first = line;
        while (first < text.Length && text[first] is ' ' or '\t')
            first++;
        return first - line;
    }

    private void SkipBlankLinesAndIndent()
    {
        atLineStart = false;
        while (true)
        {
            int start = position;
            bool tab = false;
            while (Current is ' ' or '\t')
            {
                tab |= text[position] == '\t';
                position++;
            }
            char c = Current;
            if (c == '#')
                SkipComment();
            if (position >= text.Length)
                return;
            if (Current is '\n' or '\r')
            {
                SkipLineEnd();
                continue;
            }
            if (tab)
                report(start, "tab characters are not allowed for indentation, use spaces instead");
            SetIndentation(position - start, start);
            return;
        }
    }

    private void SetIndentation(int width, int start)
    {
        if (width > indents[^1])
        {
            indents.Add(width);
            pendingIndent = true;
            return;
        }
        while (width < indents[^1])
        {
            indents.RemoveAt(indents.Count - 1);
            pendingOutdents++;
        }
        if (width > indents[^1])
        {
            report(start + width, "indentation error: this line matches no enclosing block");
            indents.Add(width);
            pendingOutdents--;
        }
    }

    private bool EmitIndentation(ref Token token)
    {
        if (!pendingIndent && pendingOutdents <= 0)
            return false;
        token.Kind = pendingIndent ? TokenKind.Indent : TokenKind.Outdent;
        token.Start = token.End = position;
        if (pendingIndent)
            pendingIndent = false;
        else
            pendingOutdents--;
        return true;
    }

    private void EndFile(ref Token token)
    {
        token.End = position;
        if (!lastWasNewline)
        {
            lastWasNewline = true;
            token.Kind = TokenKind.Newline;
        }
        else if (indents.Count > 1 && brackets == 0)
        {
            indents.RemoveAt(indents.Count - 1);
            token.Kind = TokenKind.Outdent;
        }
        else
        {
            token.Kind = TokenKind.EndOfFile;
        }
    }

    private void SkipSpace()
    {
        while (position < text.Length)
        {
            char c = text[position];
            if (c is ' ' or '\t' || (c is '\n' or '\r' && brackets > 0))
                position++;
            else if (c == '#')
                SkipComment();
            else if (c == '\\' && Peek(1) is '\n' or '\r')
                SkipContinuation();
            else
                return;
        }
    }

    private void SkipContinuation()
    {
        position++;
        if (Current is '\n' or '\r')
            SkipLineEnd();
    }

    private void SkipComment()
    {
        int length = text.AsSpan(position).IndexOfAny('\n', '\r');
        position = length < 0 ? text.Length : position + length;
    }

    private void SkipLineEnd()
    {
        if (text[position++] == '\r' && Current == '\n')
            position++;
    }

    private void ScanNewline(ref Token token)
    {
        token.Kind = TokenKind.Newline;
        SkipLineEnd();
        atLineStart = true;
        lastWasNewline = true;
    }

    private void ScanWord(ref Token token)
    {
        int start = position;
        char first = text[start];
        if (first is 'r' or 'b' && ScanPrefixedString(ref token, first))
            return;
        while (position < text.Length && IsWordPart(text[position]))
            position++;
        if (position == start || (first >= 0x80 && !char.IsLetter(first)))
        {
            position = start + 1;
            Invalid(ref token, start, $"invalid character: '{Describe(first)}'");
            return;
        }
        ReadOnlySpan<char> word = text.AsSpan(start, position - start);
        token.Kind = Keywords.Classify(word);
        if (token.Kind is TokenKind.Identifier or TokenKind.Reserved)
            token.Value = pool.Get(word);
    }

    private static string Describe(char c) => char.IsControl(c) || char.IsSurrogate(c) ? $"U+{(int)c:X4}" : c.ToString();

    private static bool IsWordPart(char c) =>
        char.IsAsciiLetterOrDigit(c) || c == '_' || (c >= 0x80 && char.IsLetterOrDigit(c));

    private void Invalid(ref Token token, int offset, string message)
    {
        report(offset, message);
        token.Kind = TokenKind.Invalid;
    }
}
