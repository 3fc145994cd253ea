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
internal sealed class AssignLocalNode(int slot, ExpressionNode value) : StatementNode
{
    public override Completion Execute(Frame frame)
    {
        Value result = value.Get(frame);
        Value.Store(ref frame.Locals[slot], result);
        return Completion.Normal;
    }
}

/// <summary><c>x op= value</c> for a variable.</summary>
internal sealed class AugmentVariableNode(
    ExpressionNode read, TargetNode write, BinaryOperator op, ExpressionNode value, int position) : StatementNode
{
    private readonly int localSlot = write is LocalTarget local ? local.Slot : -1;

    public override Completion Execute(Frame frame)
    {
        Value left = read.Get(frame);
        Value right = value.Get(frame);
        if (op == BinaryOperator.Add && left.IsSmallInt && right.IsSmallInt)
        {
            long sum = unchecked(left.Bits + right.Bits);
            if (((left.Bits ^ sum) & (right.Bits ^ sum)) >= 0)
            {
                if (localSlot >= 0)
                    Value.Store(ref frame.Locals[localSlot], Value.FromInt(sum));
                else
                    write.Assign(frame, Value.FromInt(sum));
                return Completion.Normal;
            }
        }
        frame.Position = position;
        write.Assign(frame, Operators.InPlace(op, left, right));
        return Completion.Normal;
    }
}

/// <summary><c>x[key] op= value</c>: operand and key are evaluated once.</summary>
internal sealed class AugmentIndexNode(IndexTarget target, BinaryOperator op, ExpressionNode value, int position) : StatementNode
{
    public override Completion Execute(Frame frame)
    {
        Value operand = target.Operand.Evaluate(frame);
        Value key = target.Key.Evaluate(frame);
        frame.Position = position;
        Value left = Access.Index(operand, key);
        Value right = value.Evaluate(frame);
        frame.Position = position;
        Access.SetIndex(operand, key, Operators.InPlace(op, left, right));
        return Completion.Normal;
    }
}

/// <summary><c>x.name op= value</c></summary>
internal sealed class AugmentAttributeNode(AttributeTarget target, BinaryOperator op, ExpressionNode value, int position) : StatementNode
{
    public override Completion Execute(Frame frame)
    {
        Value operand = target.Operand.Evaluate(frame);
        frame.Position = position;
        Value left = Attributes.Get(operand, target.Name);
        Value right = value.Evaluate(frame);
        frame.Position = position;
        Access.SetAttribute(operand, target.Name, Operators.InPlace(op, left, right));
        return Completion.Normal;
    }
}
