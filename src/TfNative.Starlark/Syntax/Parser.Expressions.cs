namespace TfNative.Starlark;

/// <summary>Expressions from tuples down to unary operators.</summary>
internal sealed partial class Parser
{
    private const int NotLevel = 3;
    private const int ComparisonLevel = 4;

    /// <summary>Expression = Test {',' Test}: a tuple without parentheses is one expression.</summary>
    private Expression ParseExpression()
    {
        Expression first = ParseTest();
        if (Kind != TokenKind.Comma)
            return first;
        int mark = expressions.Mark;
        expressions.Push(first);
        while (Accept(TokenKind.Comma))
        {
            if (EndsExpression(Kind))
            {
                // Python's `x = 1,` is easily overlooked; Bazel wants the parentheses.
                Fail(previousEnd - 1, "trailing comma is allowed only in parenthesized tuples");
                break;
            }
            expressions.Push(ParseTest());
        }
        return new TupleExpression(first.Start, previousEnd, expressions.Take(mark), parenthesized: false);
    }

    private static bool EndsExpression(TokenKind kind) =>
        kind is TokenKind.EndOfFile or TokenKind.Newline or TokenKind.RightParen or TokenKind.RightBracket
            or TokenKind.RightBrace or TokenKind.Equal or TokenKind.Semicolon or TokenKind.Colon or TokenKind.Invalid
        || AugmentedOperator(kind) is not null;

    /// <summary>Test = Lambda | Or ['if' Or 'else' Test]</summary>
    private Expression ParseTest()
    {
        if (!Enter())
            return new BadExpression(token.Start, token.Start);
        Expression result = Kind == TokenKind.Lambda ? ParseLambda(ParseTest) : ParseBinary(1);
        if (Kind == TokenKind.If)
        {
            Advance();
            Expression condition = ParseBinary(1);
            if (Kind == TokenKind.Else)
                Advance();
            else
                Fail(token.Start, "missing else clause in conditional expression or semicolon before if");
            result = new ConditionalExpression(result, condition, ParseTest());
        }
        Leave();
        return result;
    }

    /// <summary>The condition of a clause of a comprehension: an <c>if</c> after it begins the next clause.</summary>
    private Expression ParseTestNoConditional()
    {
        if (Kind != TokenKind.Lambda)
            return ParseBinary(1);
        if (!Enter())
            return new BadExpression(token.Start, token.Start);
        LambdaExpression lambda = ParseLambda(ParseTestNoConditional);
        Leave();
        return lambda;
    }

    private LambdaExpression ParseLambda(Func<Expression> parseBody)
    {
        int start = token.Start;
        Advance();
        ParameterSyntax[] parameters = Kind == TokenKind.Colon ? [] : ParseParameters(TokenKind.Colon);
        Expect(TokenKind.Colon);
        return new LambdaExpression(start, parameters, parseBody());
    }

    /// <summary>Binary operators of at least this level, by precedence climbing; chains grow to the left in a loop.</summary>
    private Expression ParseBinary(int level)
    {
        Expression left = Kind == TokenKind.Not ? ParseNot(level) : ParseUnary();
        BinaryOperator lastComparison = BinaryOperator.Or;
        while (true)
        {
            int start = token.Start;
            int operatorLevel = Level(Kind);
            if (operatorLevel == 0 || operatorLevel < level)
                return left;
            BinaryOperator op = TakeOperator();
            if (operatorLevel == ComparisonLevel)
            {
                if (lastComparison != BinaryOperator.Or)
                {
                    string second = BinaryOperators.Symbol(op);
                    Fail(start, $"operator '{BinaryOperators.Symbol(lastComparison)}' is not associative with operator '{second}', use parens");
                }
                lastComparison = op;
            }
            Expression right = ParseBinary(operatorLevel + 1);
            left = new BinaryExpression(left, op, start, right);
        }
    }

    private Expression ParseNot(int level)
    {
        int start = token.Start;
        if (level > NotLevel)
        {
            Unexpected("expression");
            return new BadExpression(start, start);
        }
        if (!Enter())
            return new BadExpression(start, start);
        Advance();
        Expression operand = ParseBinary(NotLevel);
        Leave();
        return new UnaryExpression(start, UnaryOperator.Not, operand);
    }

    private Expression ParseUnary()
    {
        UnaryOperator op;
        switch (Kind)
        {
            case TokenKind.Plus: op = UnaryOperator.Plus; break;
            case TokenKind.Minus: op = UnaryOperator.Minus; break;
            case TokenKind.Tilde: op = UnaryOperator.Invert; break;
            default: return ParsePrimary();
        }
        int start = token.Start;
        if (!Enter())
            return new BadExpression(start, start);
        Advance();
        Expression operand = ParseUnary();
        Leave();
        return new UnaryExpression(start, op, operand);
    }

    private static int Level(TokenKind kind) => kind switch
    {
        TokenKind.Or => 1,
        TokenKind.And => 2,
        TokenKind.EqualEqual or TokenKind.NotEqual or TokenKind.Less or TokenKind.LessEqual or TokenKind.Greater
            or TokenKind.GreaterEqual or TokenKind.In or TokenKind.Not => ComparisonLevel,
        TokenKind.Pipe => 5,
        TokenKind.Caret => 6,
        TokenKind.Ampersand => 7,
        TokenKind.LessLess or TokenKind.GreaterGreater => 8,
        TokenKind.Plus or TokenKind.Minus => 9,
        TokenKind.Star or TokenKind.Slash or TokenKind.SlashSlash or TokenKind.Percent => 10,
        _ => 0,
    };

    private BinaryOperator TakeOperator()
    {
        TokenKind kind = Kind;
        Advance();
        if (kind != TokenKind.Not)
            return BinaryOperators.Of(kind);
        Expect(TokenKind.In);
        return BinaryOperator.NotIn;
    }
}
