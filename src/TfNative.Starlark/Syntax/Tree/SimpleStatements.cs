namespace TfNative.Starlark;

/// <summary><c>Target = Value</c>, or with <see cref="Operator"/> the augmented <c>Target += Value</c>.</summary>
public sealed class AssignmentStatement : Statement
{
    internal AssignmentStatement(Expression target, BinaryOperator? op, int operatorStart, Expression value)
        : base(target.Start, value.End)
    {
        Target = target;
        Operator = op;
        OperatorStart = operatorStart;
        Value = value;
    }

    public Expression Target { get; }

    public BinaryOperator? Operator { get; }

    public int OperatorStart { get; }

    public Expression Value { get; }
}

public sealed class ExpressionStatement : Statement
{
    internal ExpressionStatement(Expression expression)
        : base(expression.Start, expression.End) => Expression = expression;

    public Expression Expression { get; }
}

public sealed class ReturnStatement : Statement
{
    internal ReturnStatement(int start, int end, Expression? value)
        : base(start, end) => Value = value;

    public Expression? Value { get; }
}

/// <summary><c>break</c>, <c>continue</c> or <c>pass</c>, told by <see cref="Kind"/>.</summary>
public sealed class FlowStatement : Statement
{
    internal FlowStatement(int start, int end, TokenKind kind)
        : base(start, end) => Kind = kind;

    public TokenKind Kind { get; }
}
