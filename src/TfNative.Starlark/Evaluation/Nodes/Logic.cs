using System.Runtime.CompilerServices;

namespace TfNative.Starlark;

internal sealed class NotNode(ExpressionNode operand) : ExpressionNode
{
    public override Value Evaluate(Frame frame) => !operand.Test(frame);

    public override bool Test(Frame frame) => !operand.Test(frame);
}

/// <summary><c>a and b and c</c>: flat, so that long chains need no stack.</summary>
internal sealed class AndNode(ExpressionNode[] operands) : ExpressionNode
{
    public override Value Evaluate(Frame frame)
    {
        for (int i = 0; i < operands.Length - 1; i++)
        {
            Value value = operands[i].Evaluate(frame);
            if (!value.Truth)
                return value;
        }
        return operands[^1].Evaluate(frame);
    }

    public override bool Test(Frame frame)
    {
        foreach (ExpressionNode operand in operands)
        {
            if (!operand.Test(frame))
                return false;
        }
        return true;
    }
}

/// <summary><c>a or b or c</c></summary>
internal sealed class OrNode(ExpressionNode[] operands) : ExpressionNode
{
    public override Value Evaluate(Frame frame)
    {
        for (int i = 0; i < operands.Length - 1; i++)
        {
            Value value = operands[i].Evaluate(frame);
            if (value.Truth)
                return value;
        }
        return operands[^1].Evaluate(frame);
    }

    public override bool Test(Frame frame)
    {
        foreach (ExpressionNode operand in operands)
        {
            if (operand.Test(frame))
                return true;
        }
        return false;
    }
}

internal sealed class ConditionalNode(ExpressionNode condition, ExpressionNode then, ExpressionNode otherwise) : ExpressionNode
{
    public override Value Evaluate(Frame frame) => condition.Test(frame) ? then.Evaluate(frame) : otherwise.Evaluate(frame);
}

internal sealed class UnaryNode(UnaryOperator op, ExpressionNode operand, int position) : ExpressionNode
{
    public override Value Evaluate(Frame frame)
    {
        Value value = operand.Evaluate(frame);
        frame.Position = position;
        return Operators.Unary(op, value);
    }
}

/// <summary>Stands around every so many levels of a deeply nested expression and checks the stack.</summary>
internal sealed class StackGuardNode(ExpressionNode inner, int position) : ExpressionNode
{
    public override Value Evaluate(Frame frame)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            frame.Position = position;
            throw StarlarkException.Create("expression is nested too deeply for the stack", StarlarkErrors.Limit);
        }
        return inner.Evaluate(frame);
    }
}
