namespace TfNative.Starlark;

internal sealed class AssignNode(TargetNode target, ExpressionNode value) : StatementNode
{
    public override Completion Execute(Frame frame)
    {
        target.Assign(frame, value.Evaluate(frame));
        return Completion.Normal;
    }
}

/// <summary><c>x = value</c> for a local variable: the most frequent assignment.</summary>
internal sealed class AssignLocalNode<TValue>(int slot, TValue value) : StatementNode
    where TValue : struct, IOperand
{
    public override Completion Execute(Frame frame)
    {
        Value result = value.Get(frame);
        Value.Store(ref frame.Locals[slot], result);
        return Completion.Normal;
    }
}

internal readonly struct AssignLocalMaker(int slot) : IUnaryMaker<StatementNode>
{
    public StatementNode Make<TOperand>(TOperand operand)
        where TOperand : struct, IOperand => new AssignLocalNode<TOperand>(slot, operand);
}

/// <summary><c>x op= value</c> for a variable.</summary>
internal sealed class AugmentVariableNode(
    ExpressionNode read, TargetNode write, BinaryOperator op, ExpressionNode value, int position) : StatementNode
{
    public override Completion Execute(Frame frame)
    {
        Value left = read.Get(frame);
        Value right = value.Get(frame);
        frame.Position = position;
        write.Assign(frame, Operators.InPlace(op, left, right));
        return Completion.Normal;
    }
}

/// <summary><c>x += value</c> and the like for a local variable.</summary>
internal sealed class AugmentLocalNode<TOperation, TValue>(LocalNode variable, BinaryOperator op, TValue value, int position) : StatementNode
    where TOperation : struct, IArithmetic
    where TValue : struct, IOperand
{
    private readonly int slot = variable.Slot;

    public override Completion Execute(Frame frame)
    {
        Value left = variable.Get(frame), right = value.Get(frame);
        if (left.IsSmallInt && right.IsSmallInt && TOperation.TryInts(left.Bits, right.Bits, out long result))
        {
            Value.Store(ref frame.Locals[slot], result);
            return Completion.Normal;
        }
        frame.Position = position;
        Value.Store(ref frame.Locals[slot], Operators.InPlace(op, left, right));
        return Completion.Normal;
    }
}

internal readonly struct AugmentLocalMaker<TOperation>(LocalNode variable, BinaryOperator op, int position) : IUnaryMaker<StatementNode>
    where TOperation : struct, IArithmetic
{
    public StatementNode Make<TOperand>(TOperand operand)
        where TOperand : struct, IOperand => new AugmentLocalNode<TOperation, TOperand>(variable, op, operand, position);
}

/// <summary><c>x[key] op= value</c>: operand and key are evaluated once.</summary>
internal sealed class AugmentIndexNode(
    ExpressionNode target, ExpressionNode index, BinaryOperator op, ExpressionNode value, int position) : StatementNode
{
    public override Completion Execute(Frame frame)
    {
        Value operand = target.Get(frame);
        Value key = index.Get(frame);
        frame.Position = position;
        Value left = Access.Index(operand, key);
        Value right = value.Evaluate(frame);
        frame.Position = position;
        Access.SetIndex(operand, key, Operators.InPlace(op, left, right));
        return Completion.Normal;
    }
}

/// <summary><c>x.name op= value</c></summary>
internal sealed class AugmentAttributeNode(
    ExpressionNode target, string name, BinaryOperator op, ExpressionNode value, int position) : StatementNode
{
    public override Completion Execute(Frame frame)
    {
        Value operand = target.Get(frame);
        frame.Position = position;
        Value left = Attributes.Get(operand, name);
        Value right = value.Evaluate(frame);
        frame.Position = position;
        Access.SetAttribute(operand, name, Operators.InPlace(op, left, right));
        return Completion.Normal;
    }
}
