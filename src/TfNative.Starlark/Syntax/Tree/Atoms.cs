namespace TfNative.Starlark;

/// <summary>A name. The resolver notes in <see cref="Binding"/> what it stands for.</summary>
public sealed class Identifier : Expression
{
    internal Identifier(int start, int end, string name)
        : base(start, end) => Name = name;

    public string Name { get; }

    internal Binding? Binding { get; set; }
}

/// <summary>An int, float, string or bytes literal.</summary>
public sealed class Literal : Expression
{
    internal Literal(int start, int end, Value value)
        : base(start, end) => Value = value;

    public Value Value { get; }
}

/// <summary>Stands where an expression was expected and an error was reported.</summary>
public sealed class BadExpression : Expression
{
    internal BadExpression(int start, int end)
        : base(start, end)
    {
    }
}
