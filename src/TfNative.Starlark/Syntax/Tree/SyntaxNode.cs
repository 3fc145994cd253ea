namespace TfNative.Starlark;

/// <summary>A node of the syntax tree. <see cref="Start"/> and <see cref="End"/> are offsets in the file's text.</summary>
public abstract class SyntaxNode
{
    private protected SyntaxNode(int start, int end)
    {
        Start = start;
        End = end;
    }

    /// <summary>Offset of the first character.</summary>
    public int Start { get; }

    /// <summary>Offset behind the last character.</summary>
    public int End { get; private protected set; }
}

public abstract class Expression : SyntaxNode
{
    private protected Expression(int start, int end)
        : base(start, end)
    {
    }
}

public abstract class Statement : SyntaxNode
{
    private protected Statement(int start, int end)
        : base(start, end)
    {
    }

    /// <summary>A syntax error was reported in it: what it binds is known, what it uses is not.</summary>
    internal bool IsBroken { get; set; }
}
