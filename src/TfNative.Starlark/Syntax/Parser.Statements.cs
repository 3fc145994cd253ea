namespace TfNative.Starlark;

/// <summary>Statements and blocks.</summary>
internal sealed partial class Parser
{
    private Statement[] ParseFile()
    {
        Advance();
        while (Kind != TokenKind.EndOfFile)
            ParseStatementOrRecover();
        return statements.Take(0);
    }

    private void ParseStatementOrRecover()
    {
        int start = token.Start;
        int depth = nesting;
        int mark = statements.Mark;
        if (Kind is TokenKind.Newline or TokenKind.Outdent)
            Advance();
        else if (Kind == TokenKind.Indent)
            ParseStrayIndent();
        else
            ParseStatement();
        if (!failed)
            return;
        for (int i = mark; i < statements.Mark; i++)
            statements[i].IsBroken = true;
        nesting = depth;
        failed = false;
        scanner.SkipStatement(start, token.Start);
        Advance();
    }

    /// <summary>Lines indented deeper for no reason are reported once and taken as part of their block.</summary>
    private void ParseStrayIndent()
    {
        Report(token.Start, "indentation error: this line is indented deeper than its block", StarlarkErrors.Syntax);
        Advance();
        if (!Enter())
            return;
        while (Kind is not (TokenKind.Outdent or TokenKind.EndOfFile))
            ParseStatementOrRecover();
        Leave();
        Accept(TokenKind.Outdent);
    }

    private void ParseStatement()
    {
        switch (Kind)
        {
            case TokenKind.Def: ParseDef(); break;
            case TokenKind.If: ParseIf(); break;
            case TokenKind.For: ParseFor(); break;
            default: ParseSimpleLine(); break;
        }
    }

    private void ParseSimpleLine()
    {
        while (true)
        {
            ParseSmallStatement();
            if (!Accept(TokenKind.Semicolon))
                break;
            if (Kind is TokenKind.Newline or TokenKind.EndOfFile)
                break;
        }
        if (Kind == TokenKind.Newline)
            Advance();
        else if (Kind != TokenKind.EndOfFile)
            Unexpected("newline");
    }

    private void ParseSmallStatement()
    {
        int start = token.Start;
        switch (Kind)
        {
            case TokenKind.Return:
                Advance();
                Expression? value = Kind is TokenKind.Newline or TokenKind.Semicolon or TokenKind.EndOfFile ? null : ParseExpression();
                statements.Push(new ReturnStatement(start, previousEnd, value));
                break;
            case TokenKind.Break or TokenKind.Continue or TokenKind.Pass:
                TokenKind kind = Kind;
                Advance();
                statements.Push(new FlowStatement(start, previousEnd, kind));
                break;
            case TokenKind.Load:
                ParseLoad();
                break;
            default:
                ParseAssignmentOrExpression();
                break;
        }
    }

    private void ParseAssignmentOrExpression()
    {
        Expression target = ParseExpression();
        if (Kind == TokenKind.Equal || AugmentedOperator(Kind) is not null)
        {
            BinaryOperator? op = AugmentedOperator(Kind);
            int operatorStart = token.Start;
            Advance();
            Expression value = ParseExpression();
            if (Kind == TokenKind.Equal)
                Fail(token.Start, "syntax error at '=': assignments cannot be chained");
            statements.Push(new AssignmentStatement(target, op, operatorStart, value));
        }
        else
        {
            if (Kind == TokenKind.Colon && target is Identifier)
                Fail(token.Start, "syntax error at ':': type annotations are not supported");
            statements.Push(new ExpressionStatement(target));
        }
    }

    private static BinaryOperator? AugmentedOperator(TokenKind kind) => kind switch
    {
        TokenKind.PlusEqual => BinaryOperator.Add,
        TokenKind.MinusEqual => BinaryOperator.Subtract,
        TokenKind.StarEqual => BinaryOperator.Multiply,
        TokenKind.SlashEqual => BinaryOperator.Divide,
        TokenKind.SlashSlashEqual => BinaryOperator.FloorDivide,
        TokenKind.PercentEqual => BinaryOperator.Modulo,
        TokenKind.AmpersandEqual => BinaryOperator.BitAnd,
        TokenKind.PipeEqual => BinaryOperator.BitOr,
        TokenKind.CaretEqual => BinaryOperator.BitXor,
        TokenKind.LessLessEqual => BinaryOperator.ShiftLeft,
        TokenKind.GreaterGreaterEqual => BinaryOperator.ShiftRight,
        _ => null,
    };

    /// <summary>The block after a colon: an indented one, or simple statements on the same line.</summary>
    private Statement[] ParseBlock()
    {
        Expect(TokenKind.Colon);
        int mark = statements.Mark;
        if (failed || !Enter())
            return [];
        if (!Accept(TokenKind.Newline))
        {
            ParseSimpleLine();
        }
        else if (Kind != TokenKind.Indent)
        {
            Fail(token.Start, "expected an indented block");
        }
        else
        {
            Advance();
            while (Kind is not (TokenKind.Outdent or TokenKind.EndOfFile))
                ParseStatementOrRecover();
            Accept(TokenKind.Outdent);
        }
        Leave();
        return statements.Take(mark);
    }

    private void ParseIf()
    {
        int start = token.Start;
        var clauses = new List<IfClause>();
        Statement[]? otherwise = null;
        do
        {
            int clauseStart = token.Start;
            Advance();
            Expression condition = ParseTest();
            clauses.Add(new IfClause(clauseStart, condition, ParseBlock()));
        }
        while (Kind == TokenKind.Elif);
        if (Accept(TokenKind.Else))
            otherwise = ParseBlock();
        statements.Push(new IfStatement(start, previousEnd, [.. clauses], otherwise));
    }

    private void ParseFor()
    {
        int start = token.Start;
        Advance();
        Expression target = ParseLoopVariables();
        Expect(TokenKind.In);
        Expression iterable = ParseExpression();
        Statement[] body = ParseBlock();
        statements.Push(new ForStatement(start, previousEnd, target, iterable, body));
    }

    private void ParseDef()
    {
        int start = token.Start;
        Advance();
        Identifier name = ParseIdentifier();
        Expect(TokenKind.LeftParen);
        ParameterSyntax[] parameters = ParseParameters(TokenKind.RightParen);
        Expect(TokenKind.RightParen);
        Statement[] body = ParseBlock();
        statements.Push(new DefStatement(start, previousEnd, name, parameters, body));
    }

    private Identifier ParseIdentifier()
    {
        var name = new Identifier(token.Start, token.End, token.Value as string ?? "");
        Expect(TokenKind.Identifier);
        return name;
    }
}
