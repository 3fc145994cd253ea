namespace TfNative.Starlark;

/// <summary>Operators with two operands, as a host value sees them in <see cref="StarlarkObject.TryBinary"/>.</summary>
public enum BinaryOperator : byte
{
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    In,
    NotIn,
    BitOr,
    BitXor,
    BitAnd,
    ShiftLeft,
    ShiftRight,
    Add,
    Subtract,
    Multiply,
    Divide,
    FloorDivide,
    Modulo,
}

public enum UnaryOperator : byte
{
    Not,
    Plus,
    Minus,
    Invert,
}

/// <summary><c>-x</c>, <c>not x</c>, ...</summary>
public sealed class UnaryExpression : Expression
{
    internal UnaryExpression(int start, UnaryOperator op, Expression operand)
        : base(start, operand.End)
    {
        Operator = op;
        Operand = operand;
    }

    public UnaryOperator Operator { get; }

    public Expression Operand { get; }
}

/// <summary><c>a + b</c>, <c>a and b</c>, <c>a not in b</c>, ...</summary>
public sealed class BinaryExpression : Expression
{
    internal BinaryExpression(Expression left, BinaryOperator op, int operatorStart, Expression right)
        : base(left.Start, right.End)
    {
        Left = left;
        Operator = op;
        OperatorStart = operatorStart;
        Right = right;
    }

    public Expression Left { get; }

    public BinaryOperator Operator { get; }

    public int OperatorStart { get; }

    public Expression Right { get; }
}

/// <summary><c>Then if Condition else Else</c></summary>
public sealed class ConditionalExpression : Expression
{
    internal ConditionalExpression(Expression then, Expression condition, Expression otherwise)
        : base(then.Start, otherwise.End)
    {
        Then = then;
        Condition = condition;
        Else = otherwise;
    }

    public Expression Then { get; }

    public Expression Condition { get; }

    public Expression Else { get; }
}
