namespace TfNative.Starlark;

/// <summary>
/// <c>for Target in Source</c>, or <c>if Source</c> when <see cref="Target"/> is null, in a comprehension.
/// </summary>
public readonly record struct ComprehensionClause(int Start, Expression? Target, Expression Source);

/// <summary><c>[Body for ... if ...]</c>, or with <see cref="Value"/> the dict comprehension <c>{Body: Value for ...}</c>.</summary>
public sealed class Comprehension : Expression
{
    internal Comprehension(int start, int end, Expression body, Expression? value, ComprehensionClause[] clauses)
        : base(start, end)
    {
        Body = body;
        Value = value;
        Items = clauses;
    }

    public Expression Body { get; }

    public Expression? Value { get; }

    public IReadOnlyList<ComprehensionClause> Clauses => Items;

    internal ComprehensionClause[] Items { get; }

    /// <summary>Variables of the comprehension that a function inside it captures; each run needs fresh ones.</summary>
    internal Binding[] CapturedVariables { get; set; } = [];
}
