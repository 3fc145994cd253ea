namespace TfNative.Starlark;

/// <summary>Reads the signatures of builtins: parameters in Starlark syntax with literal defaults.</summary>
internal ref struct SignatureParser
{
    private readonly string name;
    private readonly Scanner scanner;
    private Token token;

    private SignatureParser(string name, string signature)
    {
        this.name = name;
        scanner = new Scanner(new SourceText(name, signature), static (_, _) => { });
        scanner.Next(ref token);
    }

    /// <exception cref="ArgumentException">The signature is malformed: a mistake of the host's author.</exception>
    public static (Signature Signature, Value[] Defaults) Parse(string name, string signature)
    {
        if (signature.Length == 0)
            return (new Signature(name, []) { IsBuiltin = true }, []);
        return new SignatureParser(name, signature).Parse();
    }

    private (Signature, Value[]) Parse()
    {
        var parameters = new List<Parameter>();
        var defaults = new List<Value>();
        string? args = null, kwargs = null;
        bool keywordOnly = false;
        while (token.Kind is not (TokenKind.EndOfFile or TokenKind.Newline))
        {
            if (Accept(TokenKind.StarStar))
                kwargs = Name();
            else if (Accept(TokenKind.Slash))
                MakePositionalOnly(parameters);
            else if (Accept(TokenKind.Star))
            {
                keywordOnly = true;
                if (token.Kind == TokenKind.Identifier)
                    args = Name();
            }
            else
            {
                string parameter = Name();
                bool optional = Accept(TokenKind.Equal);
                defaults.Add(optional ? Default() : Value.Unbound);
                parameters.Add(new Parameter(parameter, keywordOnly ? ParameterKind.KeywordOnly : ParameterKind.Ordinary, !optional));
            }
            if (!Accept(TokenKind.Comma))
                break;
        }
        if (token.Kind is not (TokenKind.EndOfFile or TokenKind.Newline))
            throw Malformed();
        if (args is not null)
            parameters.Add(new Parameter(args, ParameterKind.VarArgs, false));
        if (kwargs is not null)
            parameters.Add(new Parameter(kwargs, ParameterKind.KwArgs, false));
        while (defaults.Count < parameters.Count)
            defaults.Add(Value.Unbound);
        return (new Signature(name, [.. parameters]) { IsBuiltin = true }, [.. defaults]);
    }

    private static void MakePositionalOnly(List<Parameter> parameters)
    {
        for (int i = 0; i < parameters.Count; i++)
            parameters[i] = parameters[i] with { Kind = ParameterKind.PositionalOnly };
    }

    private Value Default()
    {
        bool negative = Accept(TokenKind.Minus);
        Token literal = token;
        scanner.Next(ref token);
        switch (literal.Kind)
        {
            case TokenKind.Int: return negative ? -literal.Number : literal.Number;
            case TokenKind.String: return (string)literal.Value!;
            case TokenKind.LeftBracket when Accept(TokenKind.RightBracket): return Frozen(new StarlarkList());
            case TokenKind.LeftBrace when Accept(TokenKind.RightBrace): return Frozen(new StarlarkDict());
            case TokenKind.LeftParen when Accept(TokenKind.RightParen): return StarlarkTuple.Empty;
            case TokenKind.Identifier:
                switch (literal.Value)
                {
                    case "None": return Value.None;
                    case "True": return Value.True;
                    case "False": return Value.False;
                    case "unbound": return Value.Unbound;
                }
                break;
        }
        throw Malformed();
    }

    private static StarlarkObject Frozen(StarlarkObject value)
    {
        value.Freeze();
        return value;
    }

    private string Name()
    {
        string identifier = token.Value as string ?? throw Malformed();
        scanner.Next(ref token);
        return identifier;
    }

    private bool Accept(TokenKind kind)
    {
        if (token.Kind != kind)
            return false;
        scanner.Next(ref token);
        return true;
    }

    private readonly ArgumentException Malformed() => new($"malformed signature of builtin {name}");
}
