namespace TfNative.Starlark;

/// <summary>Load statements.</summary>
internal sealed partial class Parser
{
    private void ParseLoad()
    {
        int start = token.Start;
        Advance();
        Expect(TokenKind.LeftParen);
        int moduleStart = token.Start;
        string module = Kind == TokenKind.String ? (string)token.Value! : "";
        if (Kind == TokenKind.String)
            Advance();
        else
            Fail(token.Start, "syntax error: the first argument of load must be a string literal");
        var bindings = new List<LoadBinding>();
        while (!failed && Accept(TokenKind.Comma) && Kind != TokenKind.RightParen)
            ParseLoadBinding(bindings);
        Expect(TokenKind.RightParen);
        if (bindings.Count == 0)
            Fail(start, "load statement: expected at least one symbol to load");
        var statement = new LoadStatement(start, previousEnd, module, moduleStart, [.. bindings]);
        statements.Push(statement);
        if (!failed)
            loads.Add(statement);
    }

    private void ParseLoadBinding(List<LoadBinding> bindings)
    {
        int start = token.Start;
        if (Kind == TokenKind.Identifier)
        {
            Identifier local = ParseIdentifier();
            Expect(TokenKind.Equal);
            if (Kind != TokenKind.String)
            {
                Unexpected("string literal");
                return;
            }
            bindings.Add(new LoadBinding(local, (string)token.Value!, start));
            Advance();
        }
        else if (Kind == TokenKind.String)
        {
            string name = (string)token.Value!;
            if (!IsIdentifier(name))
                Fail(start, $"load statement: '{name}' is not a valid name");
            bindings.Add(new LoadBinding(new Identifier(token.Start, token.End, name), name, start));
            Advance();
        }
        else
        {
            Unexpected("either a string literal or name = string");
        }
    }

    private static bool IsIdentifier(string name)
    {
        if (name.Length == 0 || char.IsDigit(name[0]) || Keywords.Classify(name) != TokenKind.Identifier)
            return false;
        foreach (char c in name)
        {
            if (c != '_' && !char.IsLetterOrDigit(c))
                return false;
        }
        return true;
    }
}
