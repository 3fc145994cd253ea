namespace TfNative.Starlark;

/// <summary><c>x.name</c></summary>
public sealed class DotExpression : Expression
{
    internal DotExpression(Expression operand, int dot, string name, int end)
        : base(operand.Start, end)
    {
        Operand = operand;
        Dot = dot;
        Name = name;
    }

    public Expression Operand { get; }

    public int Dot { get; }

    public string Name { get; }
}

/// <summary><c>x[key]</c></summary>
public sealed class IndexExpression : Expression
{
    internal IndexExpression(Expression operand, int bracket, Expression key, int end)
        : base(operand.Start, end)
    {
        Operand = operand;
        Bracket = bracket;
        Key = key;
    }

    public Expression Operand { get; }

    public int Bracket { get; }

    public Expression Key { get; }
}

/// <summary><c>x[from:to:step]</c></summary>
public sealed class SliceExpression : Expression
{
    internal SliceExpression(Expression operand, int bracket, Expression? from, Expression? to, Expression? step, int end)
        : base(operand.Start, end)
    {
        Operand = operand;
        Bracket = bracket;
        From = from;
        To = to;
        Step = step;
    }

    public Expression Operand { get; }

    public int Bracket { get; }

    public Expression? From { get; }

    public Expression? To { get; }

    public Expression? Step { get; }
}

public enum ArgumentKind : byte
{
    Positional,
    Keyword,
    Star,
    StarStar,
}

/// <summary>An argument of a call; <see cref="Name"/> is set for <see cref="ArgumentKind.Keyword"/> only.</summary>
public readonly record struct Argument(ArgumentKind Kind, int Start, string? Name, Expression Value);

/// <summary><c>f(...)</c></summary>
public sealed class CallExpression : Expression
{
    internal CallExpression(Expression function, int paren, Argument[] arguments, int end)
        : base(function.Start, end)
    {
        Function = function;
        Paren = paren;
        Items = arguments;
    }

    public Expression Function { get; }

    /// <summary>Offset of the opening parenthesis: where messages place the call.</summary>
    public int Paren { get; }

    public IReadOnlyList<Argument> Arguments => Items;

    internal Argument[] Items { get; }
}
