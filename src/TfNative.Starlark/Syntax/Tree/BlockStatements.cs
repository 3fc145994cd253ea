namespace TfNative.Starlark;

/// <summary>One <c>if</c> or <c>elif</c> with its block.</summary>
public readonly record struct IfClause(int Start, Expression Condition, Statement[] Body);

/// <summary><c>if ... elif ... else</c>; flat, because generated files have thousands of <c>elif</c>.</summary>
public sealed class IfStatement : Statement
{
    internal IfStatement(int start, int end, IfClause[] clauses, Statement[]? otherwise)
        : base(start, end)
    {
        Items = clauses;
        ElseStatements = otherwise;
    }

    public IReadOnlyList<IfClause> Clauses => Items;

    public IReadOnlyList<Statement>? Else => ElseStatements;

    internal IfClause[] Items { get; }

    internal Statement[]? ElseStatements { get; }
}

/// <summary><c>for Target in Source: Body</c></summary>
public sealed class ForStatement : Statement
{
    internal ForStatement(int start, int end, Expression target, Expression source, Statement[] body)
        : base(start, end)
    {
        Target = target;
        Source = source;
        Statements = body;
    }

    public Expression Target { get; }

    public Expression Source { get; }

    public IReadOnlyList<Statement> Body => Statements;

    internal Statement[] Statements { get; }
}
