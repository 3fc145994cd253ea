namespace TfNative.Starlark;

public enum ParameterKind : byte
{
    /// <summary>Before <c>/</c>; only in signatures of builtins.</summary>
    PositionalOnly,
    Ordinary,
    KeywordOnly,
    VarArgs,
    KwArgs,
}

/// <summary>A parameter in a <c>def</c> or <c>lambda</c>. A bare <c>*</c> only makes the following ones keyword-only.</summary>
public readonly record struct ParameterSyntax(ParameterKind Kind, Identifier Name, Expression? Default);

/// <summary><c>lambda params: Body</c></summary>
public sealed class LambdaExpression : Expression
{
    internal LambdaExpression(int start, ParameterSyntax[] parameters, Expression body)
        : base(start, body.End)
    {
        Items = parameters;
        Body = body;
    }

    public IReadOnlyList<ParameterSyntax> Parameters => Items;

    public Expression Body { get; }

    internal ParameterSyntax[] Items { get; }

    internal FunctionScope? Scope { get; set; }
}

/// <summary><c>def Name(params): Body</c></summary>
public sealed class DefStatement : Statement
{
    internal DefStatement(int start, int end, Identifier name, ParameterSyntax[] parameters, Statement[] body)
        : base(start, end)
    {
        Name = name;
        Items = parameters;
        Statements = body;
    }

    public Identifier Name { get; }

    public IReadOnlyList<ParameterSyntax> Parameters => Items;

    public IReadOnlyList<Statement> Body => Statements;

    internal ParameterSyntax[] Items { get; }

    internal Statement[] Statements { get; }

    internal FunctionScope? Scope { get; set; }
}
