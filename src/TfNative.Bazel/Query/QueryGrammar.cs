using Sprache;

namespace TfNative.Bazel;

/// <summary>
/// The grammar of queries. All operators bind alike and to the left. Each token takes the blanks after it, so that one
/// character of lookahead decides and an error is found where it is.
/// </summary>
/// <remarks>https://bazel.build/query/language#tokens; Bazel 7, QueryParser.java and Lexer.java.</remarks>
internal static class QueryGrammar
{
    private static readonly HashSet<string> Keywords = ["let", "in", "set", "union", "except", "intersect"];

    private static readonly Parser<int> Position = input => Result.Success(input.Position, input);

    private static readonly Parser<string> QuotedWord = Quoted('"').XOr(Quoted('\''));

    private static readonly Parser<string> UnquotedWord =
        TextParsers.Run(c => IsWordCharacter(c), "a word").Where(word => word[0] is not ('-' or '*'));

    private static readonly Parser<QueryExpression.Word> Word = Token(
        from position in Position
        from text in QuotedWord.XOr(UnquotedWord.Where(word => !Keywords.Contains(word)))
        select new QueryExpression.Word(position, text)).Named("a word");

    private static readonly Parser<QueryOperator> Operator =
        Symbol('+').Or(Keyword("union")).Return(QueryOperator.Union)
            .Or(Symbol('-').Or(Keyword("except")).Return(QueryOperator.Except))
            .Or(Symbol('^').Or(Keyword("intersect")).Return(QueryOperator.Intersect))
            .Named("an operator");

    private static readonly Parser<QueryExpression> Expression = Sprache.Parse.Ref(() => Operation!);

    private static readonly Parser<IEnumerable<QueryExpression>> Arguments =
        from open in Symbol('(')
        from first in Expression.Once()
        from rest in Symbol(',').Then(_ => Expression).XMany()
        from close in Symbol(')')
        select first.Concat(rest);

    private static readonly Parser<QueryExpression> WordOrCall =
        from word in Word
        from arguments in Arguments.XOptional()
        select arguments.IsDefined
            ? new QueryExpression.Call(word.Position, word.Text, arguments.Get().ToArray())
            : (QueryExpression)word;

    private static readonly Parser<QueryExpression> Parenthesized =
        from open in Symbol('(')
        from expression in Expression
        from close in Symbol(')')
        select expression;

    private static readonly Parser<QueryExpression> Set =
        from position in Position
        from keyword in Keyword("set")
        from open in Symbol('(')
        from words in Word.XMany()
        from close in Symbol(')')
        select new QueryExpression.Set(position, words.ToArray());

    private static readonly Parser<QueryExpression> Let =
        from position in Position
        from keyword in Keyword("let")
        from name in Word
        from sign in Symbol('=')
        from value in Expression
        from keywordIn in Keyword("in")
        from body in Expression
        select new QueryExpression.Let(position, name, value, body);

    private static readonly Parser<QueryExpression> Operand = Let.XOr(Set).XOr(WordOrCall).XOr(Parenthesized).Named("an operand");

    private static readonly Parser<QueryExpression> Operation =
        from first in Operand
        from rest in (
            from position in Position
            from op in Operator
            from right in Operand
            select (position, op, right)).XMany()
        select rest.Aggregate(
            first, (left, next) => new QueryExpression.Binary(next.position, next.op, left, next.right));

    private static readonly Parser<QueryExpression> Query =
        from blanks in Sprache.Parse.WhiteSpace.Many()
        from expression in Expression
        select expression;

    /// <exception cref="QuerySyntaxException">The text is no query; the functions it calls are not looked at.</exception>
    public static QueryExpression Parse(string text)
    {
        IResult<QueryExpression> result = Query(new Input(text));
        if (result.WasSuccessful && result.Remainder.AtEnd)
            return result.Value;
        int position = result.Remainder.Position;
        if (FindUnclosedQuotation(text) is { } open)
            throw new QuerySyntaxException(text, open, "the quotation is not closed");
        string found = position >= text.Length ? "the end of the query" : $"'{text[position]}'";
        string expected = result.WasSuccessful ? "an operator" : string.Join(" or ", result.Expectations.Distinct());
        throw new QuerySyntaxException(text, position, $"expected {expected}, found {found}");
    }

    private static int? FindUnclosedQuotation(string text)
    {
        int open = text.AsSpan().IndexOfAny('"', '\'');
        while (open >= 0)
        {
            int close = text.IndexOf(text[open], open + 1);
            if (close < 0)
                return open;
            int next = text.AsSpan(close + 1).IndexOfAny('"', '\'');
            open = next < 0 ? -1 : close + 1 + next;
        }

        return null;
    }

    private static bool IsWordCharacter(char c) => char.IsAsciiLetterOrDigit(c) || "*/@.-_:$~[]".Contains(c);

    private static Parser<string> Quoted(char quote) =>
        Sprache.Parse.CharExcept(quote).Many().Text().Contained(Sprache.Parse.Char(quote), Sprache.Parse.Char(quote));

    private static Parser<T> Token<T>(Parser<T> parser) =>
        from value in parser
        from blanks in Sprache.Parse.WhiteSpace.Many()
        select value;

    private static Parser<string> Symbol(char symbol) =>
        Token(Sprache.Parse.Char(symbol)).Return(symbol.ToString()).Named($"'{symbol}'");

    private static Parser<string> Keyword(string keyword) =>
        Token(UnquotedWord.Where(word => word == keyword)).Named($"'{keyword}'");
}
