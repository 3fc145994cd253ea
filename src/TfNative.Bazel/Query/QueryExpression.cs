namespace TfNative.Bazel;

/// <summary>A query, parsed. Each part knows where in the text it begins.</summary>
internal abstract record QueryExpression(int Position)
{
    /// <summary>A target pattern, a variable (<c>$x</c>), or a function's word or number.</summary>
    public sealed record Word(int Position, string Text) : QueryExpression(Position);

    /// <summary><c>set(a b c)</c>.</summary>
    public sealed record Set(int Position, IReadOnlyList<Word> Words) : QueryExpression(Position);

    /// <summary><c>let x = value in body</c>.</summary>
    public sealed record Let(int Position, Word Name, QueryExpression Value, QueryExpression Body) : QueryExpression(Position);

    /// <summary><c>left + right</c> and its like.</summary>
    public sealed record Binary(int Position, QueryOperator Operator, QueryExpression Left, QueryExpression Right)
        : QueryExpression(Position);

    /// <summary><c>function(arguments)</c>.</summary>
    public sealed record Call(int Position, string Function, IReadOnlyList<QueryExpression> Arguments) : QueryExpression(Position);
}
