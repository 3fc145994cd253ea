using System.Numerics;

namespace TfNative.Starlark;

/// <summary>Operands with their suffixes: <c>.name</c>, <c>[key]</c>, <c>(arguments)</c>; displays and comprehensions.</summary>
internal sealed partial class Parser
{
    // Each suffix nests the tree one deeper although the parser only loops.
    private const int MaxSuffixes = 500;

    private Expression ParsePrimary()
    {
        Expression result = ParseOperand();
        for (int suffixes = 0; ; suffixes++)
        {
            if (suffixes == MaxSuffixes && !failed && Kind is TokenKind.Dot or TokenKind.LeftBracket or TokenKind.LeftParen)
                Fail(token.Start, $"more than {MaxSuffixes} calls, indexes and attributes in a row");
            switch (Kind)
            {
                case TokenKind.Dot:
                    int dot = token.Start;
                    Advance();
                    string name = token.Value as string ?? "";
                    Expect(TokenKind.Identifier);
                    result = new DotExpression(result, dot, name, previousEnd);
                    break;
                case TokenKind.LeftParen:
                    result = ParseCall(result);
                    break;
                case TokenKind.LeftBracket:
                    result = ParseIndex(result);
                    break;
                default:
                    return result;
            }
        }
    }

    private Expression ParseIndex(Expression operand)
    {
        int bracket = token.Start;
        Advance();
        Expression? from = null;
        if (Kind != TokenKind.Colon)
        {
            from = ParseExpression();
            if (Kind == TokenKind.RightBracket)
            {
                Advance();
                return new IndexExpression(operand, bracket, from, previousEnd);
            }
        }
        Expect(TokenKind.Colon);
        Expression? to = Kind is TokenKind.Colon or TokenKind.RightBracket ? null : ParseTest();
        Expression? step = Accept(TokenKind.Colon) && Kind != TokenKind.RightBracket ? ParseTest() : null;
        Expect(TokenKind.RightBracket);
        return new SliceExpression(operand, bracket, from, to, step, previousEnd);
    }

    private Expression ParseOperand()
    {
        int start = token.Start, end = token.End;
        switch (Kind)
        {
            case TokenKind.Identifier:
                return ParseIdentifier();
            case TokenKind.Int:
                Value number = token.Value is BigInteger big ? big : token.Number;
                Advance();
                return new Literal(start, end, number);
            case TokenKind.Float:
                double real = BitConverter.Int64BitsToDouble(token.Number);
                Advance();
                return new Literal(start, end, Value.FromDouble(real));
            case TokenKind.Bytes:
                var bytes = new StarlarkBytes((byte[])token.Value!);
                Advance();
                return new Literal(start, end, bytes);
            case TokenKind.String:
                return ParseString();
            case TokenKind.LeftBracket:
                return ParseList();
            case TokenKind.LeftBrace:
                return ParseDict();
            case TokenKind.LeftParen:
                return ParseParen();
            default:
                Unexpected("expression");
                return new BadExpression(start, start);
        }
    }

    private Literal ParseString()
    {
        var literal = new Literal(token.Start, token.End, (string)token.Value!);
        Advance();
        if (Kind == TokenKind.String)
            Fail(token.Start, "implicit string concatenation is forbidden, use the + operator");
        return literal;
    }

    private Expression ParseParen()
    {
        int start = token.Start;
        Advance();
        if (Accept(TokenKind.RightParen))
            return new TupleExpression(start, previousEnd, [], parenthesized: true);
        Expression first = ParseTest();
        if (Accept(TokenKind.RightParen))
            return new ParenExpression(start, previousEnd, first);
        if (Kind != TokenKind.Comma)
        {
            Unexpected(")");
            return first;
        }
        int mark = expressions.Mark;
        expressions.Push(first);
        ParseElements(TokenKind.RightParen);
        Expect(TokenKind.RightParen);
        return new TupleExpression(start, previousEnd, expressions.Take(mark), parenthesized: true);
    }

    /// <summary>The rest of a list behind its first element: {',' Test} [','].</summary>
    private void ParseElements(TokenKind end)
    {
        while (Accept(TokenKind.Comma) && Kind != end)
            expressions.Push(ParseTest());
    }

    private Expression ParseList()
    {
        int start = token.Start;
        Advance();
        if (Accept(TokenKind.RightBracket))
            return new ListExpression(start, previousEnd, []);
        Expression first = ParseTest();
        if (Kind == TokenKind.For)
        {
            ComprehensionClause[] clauses = ParseClauses();
            Expect(TokenKind.RightBracket);
            return new Comprehension(start, previousEnd, first, null, clauses);
        }
        int mark = expressions.Mark;
        expressions.Push(first);
        ParseElements(TokenKind.RightBracket);
        Expect(TokenKind.RightBracket);
        return new ListExpression(start, previousEnd, expressions.Take(mark));
    }

    private Expression ParseDict()
    {
        int start = token.Start;
        Advance();
        if (Accept(TokenKind.RightBrace))
            return new DictExpression(start, previousEnd, []);
        DictEntry first = ParseEntry();
        if (Kind == TokenKind.For)
        {
            ComprehensionClause[] clauses = ParseClauses();
            Expect(TokenKind.RightBrace);
            return new Comprehension(start, previousEnd, first.Key, first.Value, clauses);
        }
        int mark = entries.Mark;
        entries.Push(first);
        while (Accept(TokenKind.Comma) && Kind != TokenKind.RightBrace)
            entries.Push(ParseEntry());
        Expect(TokenKind.RightBrace);
        return new DictExpression(start, previousEnd, entries.Take(mark));
    }

    private DictEntry ParseEntry()
    {
        Expression key = ParseTest();
        int colon = Expect(TokenKind.Colon);
        return new DictEntry(key, ParseTest(), colon);
    }

    private ComprehensionClause[] ParseClauses()
    {
        var clauses = new List<ComprehensionClause>();
        while (Kind is TokenKind.For or TokenKind.If)
        {
            if (clauses.Count == MaxSuffixes)
                Fail(token.Start, $"more than {MaxSuffixes} clauses in a comprehension");
            int start = token.Start;
            Expression? target = null;
            if (Accept(TokenKind.For))
            {
                target = ParseLoopVariables();
                Expect(TokenKind.In);
            }
            else
            {
                Advance();
            }
            clauses.Add(new ComprehensionClause(start, target, target is null ? ParseTestNoConditional() : ParseBinary(1)));
        }
        return [.. clauses];
    }

    /// <summary>LoopVariables = PrimaryExpr {',' PrimaryExpr}: without operators, because <c>in</c> is one.</summary>
    private Expression ParseLoopVariables()
    {
        Expression first = ParsePrimary();
        if (Kind != TokenKind.Comma)
            return first;
        int mark = expressions.Mark;
        expressions.Push(first);
        while (Accept(TokenKind.Comma))
            expressions.Push(ParsePrimary());
        return new TupleExpression(first.Start, previousEnd, expressions.Take(mark), parenthesized: false);
    }
}
