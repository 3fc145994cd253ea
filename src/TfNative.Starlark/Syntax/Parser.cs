using System.Runtime.CompilerServices;

namespace TfNative.Starlark;

/// <summary>
/// Recursive descent over the grammar of https://github.com/bazelbuild/starlark/blob/master/spec.md#grammar-reference.
/// The parts: this file has tokens, lists and recovery; statements, expressions and arguments have their own.
/// </summary>
/// <remarks>
/// After an error the current token stays <see cref="TokenKind.Invalid"/>, at which every rule gives up, until the
/// statement loop resumes at the next statement: one error per broken statement, and no exceptions.
/// </remarks>
internal sealed partial class Parser
{
    private readonly SourceText source;
    private readonly Dialect dialect;
    private readonly Scanner scanner;
    private readonly List<Diagnostic> diagnostics = [];
    private readonly List<LoadStatement> loads = [];
    private readonly NodeStack<Expression> expressions = new();
    private readonly NodeStack<Statement> statements = new();
    private readonly NodeStack<Argument> arguments = new();
    private readonly NodeStack<DictEntry> entries = new();
    private Token token;
    private int previousEnd;
    private bool failed;
    private int nesting;

    private Parser(SourceText source, Dialect dialect)
    {
        this.source = source;
        this.dialect = dialect;
        scanner = new Scanner(source, Report);
    }

    public static StarlarkFile Parse(SourceText source, Dialect dialect)
    {
        var parser = new Parser(source, dialect);
        Statement[] statements = parser.ParseFile();
        return new StarlarkFile(source, dialect, statements, [.. parser.loads], parser.diagnostics);
    }

    private TokenKind Kind => token.Kind;

    private void Advance()
    {
        if (failed)
            return;
        previousEnd = token.End;
        scanner.Next(ref token);
        if (token.Kind == TokenKind.Invalid)
            failed = true;
    }

    private bool Accept(TokenKind kind)
    {
        if (token.Kind != kind)
            return false;
        Advance();
        return true;
    }

    private int Expect(TokenKind kind)
    {
        int start = token.Start;
        if (!Accept(kind))
            Unexpected(TokenText.Of(kind));
        return start;
    }

    private void Unexpected(string expected)
    {
        if (token.Kind == TokenKind.Reserved)
            Fail(token.Start, $"syntax error at '{token.Value}': '{token.Value}' is a reserved word of Python that Starlark does not have");
        else
            Fail(token.Start, $"syntax error at '{TokenSpelling()}': expected {expected}");
    }

    private string TokenSpelling() => token.Kind switch
    {
        TokenKind.Identifier => (string)token.Value!,
        TokenKind.Int or TokenKind.Float or TokenKind.String or TokenKind.Bytes =>
            source.Text.Substring(token.Start, Math.Min(60, token.End - token.Start)),
        _ => TokenText.Of(token.Kind),
    };

    /// <summary>Reports an error and makes every rule give up until the next statement.</summary>
    private void Fail(int offset, string message)
    {
        if (failed)
            return;
        Report(offset, message, StarlarkErrors.Syntax);
        failed = true;
        token.Kind = TokenKind.Invalid;
    }

    private void Report(int offset, string message) => Report(offset, message, StarlarkErrors.Token);

    private void Report(int offset, string message, string code) =>
        diagnostics.Add(new Diagnostic(code, source.GetLocation(offset), message, source.GetLine(offset)));

    /// <summary>Guards a rule that calls itself: nesting is limited by the dialect and by the stack that is left.</summary>
    private bool Enter()
    {
        if (nesting < dialect.MaxNesting && RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            nesting++;
            return true;
        }
        if (!failed)
        {
            Report(token.Start, $"nested too deeply (limit {dialect.MaxNesting})", StarlarkErrors.Limit);
            failed = true;
            token.Kind = TokenKind.Invalid;
        }
        return false;
    }

    private void Leave() => nesting--;

    /// <summary>Collects the children of nodes under construction in one shared list, so that none is allocated per node.</summary>
    private sealed class NodeStack<T>
    {
        private readonly List<T> items = [];

        public int Mark => items.Count;

        public T this[int index] => items[index];

        public void Push(T item) => items.Add(item);

        public T[] Take(int mark)
        {
            int count = items.Count - mark;
            if (count == 0)
                return [];
            var taken = new T[count];
            items.CopyTo(mark, taken, 0, count);
            items.RemoveRange(mark, count);
            return taken;
        }
    }
}
