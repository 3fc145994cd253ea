namespace TfNative.Starlark;

/// <summary>How a statement ended; from <see cref="Break"/> on, loops end too.</summary>
internal enum Completion : byte
{
    Normal,
    Continue,
    Break,
    Return,
}

/// <summary>
/// An executable expression: one class per construct, made from the syntax tree by <see cref="Compiler"/>. Bytecode
/// was tried in Bazel and gained nothing on real loads (bazelbuild/bazel #10727, #11806).
/// </summary>
internal abstract class ExpressionNode
{
    public abstract Value Evaluate(Frame frame);

    /// <summary>The truth of the value, without making one where that is easy.</summary>
    public virtual bool Test(Frame frame)
    {
        Value value = Evaluate(frame);
        return value.IsBool ? value.Bits != 0 : value.Truth;
    }
}

internal abstract class StatementNode
{
    public abstract Completion Execute(Frame frame);

    /// <summary>The statements of a block as one; most blocks have only one.</summary>
    public static StatementNode Block(StatementNode[] statements) =>
        statements.Length == 1 ? statements[0] : new BlockNode(statements);
}

internal sealed class BlockNode(StatementNode[] statements) : StatementNode
{
    public override Completion Execute(Frame frame)
    {
        foreach (StatementNode statement in statements)
        {
            Completion completion = statement.Execute(frame);
            if (completion != Completion.Normal)
                return completion;
        }
        return Completion.Normal;
    }
}

/// <summary>What can be assigned to.</summary>
internal abstract class TargetNode
{
    public abstract void Assign(Frame frame, Value value);
}
