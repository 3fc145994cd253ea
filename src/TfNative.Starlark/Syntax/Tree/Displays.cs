namespace TfNative.Starlark;

/// <summary><c>[a, b]</c></summary>
public sealed class ListExpression : Expression
{
    internal ListExpression(int start, int end, Expression[] elements)
        : base(start, end) => Items = elements;

    public IReadOnlyList<Expression> Elements => Items;

    internal Expression[] Items { get; }
}

/// <summary><c>a, b</c> or <c>(a, b)</c> or <c>()</c></summary>
public sealed class TupleExpression : Expression
{
    internal TupleExpression(int start, int end, Expression[] elements, bool parenthesized)
        : base(start, end)
    {
        Items = elements;
        IsParenthesized = parenthesized;
    }

    public IReadOnlyList<Expression> Elements => Items;

    public bool IsParenthesized { get; }

    internal Expression[] Items { get; }
}

/// <summary><c>(a)</c>: kept in the tree because <c>(a) = 1</c> and <c>a = 1</c> print differently.</summary>
public sealed class ParenExpression : Expression
{
    internal ParenExpression(int start, int end, Expression inner)
        : base(start, end) => Inner = inner;

    public Expression Inner { get; }
}

/// <summary><c>key: value</c> in a dict.</summary>
public readonly record struct DictEntry(Expression Key, Expression Value, int Colon);

/// <summary><c>{k: v}</c></summary>
public sealed class DictExpression : Expression
{
    internal DictExpression(int start, int end, DictEntry[] entries)
        : base(start, end) => Items = entries;

    public IReadOnlyList<DictEntry> Entries => Items;

    internal DictEntry[] Items { get; }
}
