namespace TfNative.Starlark;

/// <summary>Arguments of calls and parameters of functions, with the rules on their order.</summary>
internal sealed partial class Parser
{
    private CallExpression ParseCall(Expression function)
    {
        int paren = token.Start;
        Advance();
        int mark = arguments.Mark;
        while (Kind is not (TokenKind.RightParen or TokenKind.Invalid or TokenKind.EndOfFile))
        {
            arguments.Push(ParseArgument());
            if (!Accept(TokenKind.Comma))
                break;
        }
        Expect(TokenKind.RightParen);
        Argument[] list = arguments.Take(mark);
        CheckArgumentOrder(list);
        return new CallExpression(function, paren, list, previousEnd);
    }

    private Argument ParseArgument()
    {
        int start = token.Start;
        if (Accept(TokenKind.StarStar))
            return new Argument(ArgumentKind.StarStar, start, null, ParseTest());
        if (Accept(TokenKind.Star))
            return new Argument(ArgumentKind.Star, start, null, ParseTest());
        Expression value = ParseTest();
        if (Kind != TokenKind.Equal || value is not Identifier name)
            return new Argument(ArgumentKind.Positional, start, null, value);
        Advance();
        return new Argument(ArgumentKind.Keyword, start, name.Name, ParseTest());
    }

    private void CheckArgumentOrder(Argument[] list)
    {
        bool keyword = false, star = false, starStar = false;
        for (int i = 0; i < list.Length && !failed; i++)
        {
            Argument argument = list[i];
            switch (argument.Kind)
            {
                case ArgumentKind.Positional when starStar:
                    Fail(argument.Start, "positional argument may not follow **kwargs");
                    break;
                case ArgumentKind.Positional when star:
                    Fail(argument.Start, "positional argument may not follow *args");
                    break;
                case ArgumentKind.Positional when keyword:
                    Fail(argument.Start, "positional argument may not follow keyword argument");
                    break;
                case ArgumentKind.Keyword when starStar:
                    Fail(argument.Start, $"keyword argument {argument.Name} may not follow **kwargs");
                    break;
                case ArgumentKind.Keyword when star:
                    Fail(argument.Start, $"keyword argument {argument.Name} may not follow *args");
                    break;
                case ArgumentKind.Keyword:
                    keyword = true;
                    break;
                case ArgumentKind.Star when starStar:
                    Fail(argument.Start, "*args may not follow **kwargs");
                    break;
                case ArgumentKind.Star when star:
                    Fail(argument.Start, "multiple *args not allowed");
                    break;
                case ArgumentKind.Star:
                    star = true;
                    break;
                case ArgumentKind.StarStar when starStar:
                    Fail(argument.Start, "multiple **kwargs not allowed");
                    break;
                case ArgumentKind.StarStar:
                    starStar = true;
                    break;
            }
        }
    }

    private ParameterSyntax[] ParseParameters(TokenKind end)
    {
        var parameters = new List<ParameterSyntax>();
        bool keywordOnly = false, optional = false, kwargs = false;
        int bareStar = -1;
        while (Kind != end && Kind is not (TokenKind.Invalid or TokenKind.EndOfFile))
        {
            int start = token.Start;
            if (kwargs && Kind is TokenKind.Star or TokenKind.StarStar)
                Fail(start, Kind == TokenKind.Star ? "* parameter may not follow **kwargs" : "multiple ** parameters not allowed");
            if (Accept(TokenKind.StarStar))
            {
                parameters.Add(new ParameterSyntax(ParameterKind.KwArgs, ParseIdentifier(), null));
                kwargs = true;
            }
            else if (Accept(TokenKind.Star))
            {
                if (keywordOnly)
                    Fail(start, "multiple * parameters not allowed");
                keywordOnly = true;
                if (Kind == TokenKind.Identifier)
                    parameters.Add(new ParameterSyntax(ParameterKind.VarArgs, ParseIdentifier(), null));
                else
                    bareStar = start;
            }
            else
            {
                Identifier name = ParseIdentifier();
                Expression? value = Accept(TokenKind.Equal) ? ParseTest() : null;
                if (kwargs)
                    Fail(start, value is null ? $"required parameter {name.Name} may not follow **kwargs" : "optional parameter may not follow **kwargs");
                else if (value is null && optional && !keywordOnly)
                    Fail(start, $"required positional parameter {name.Name} may not follow an optional parameter");
                optional |= value is not null;
                bareStar = -1;
                parameters.Add(new ParameterSyntax(keywordOnly ? ParameterKind.KeywordOnly : ParameterKind.Ordinary, name, value));
            }
            if (!Accept(TokenKind.Comma))
                break;
        }
        if (bareStar >= 0)
            Fail(bareStar, "bare * must be followed by keyword-only parameters");
        return [.. parameters];
    }
}
