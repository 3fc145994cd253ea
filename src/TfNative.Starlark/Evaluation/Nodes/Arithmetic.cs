namespace TfNative.Starlark;

/// <summary>A binary operator other than <c>and</c> and <c>or</c>; the frequent ones have classes with a fast path for ints.</summary>
internal class BinaryNode(BinaryOperator op, ExpressionNode left, ExpressionNode right, int position) : ExpressionNode
{
    protected readonly ExpressionNode Left = left;
    protected readonly ExpressionNode Right = right;

    public static BinaryNode Create(BinaryOperator op, ExpressionNode left, ExpressionNode right, int position) => op switch
    {
        BinaryOperator.Add => new AddNode(left, right, position),
        BinaryOperator.Subtract => new SubtractNode(left, right, position),
        BinaryOperator.Multiply => new MultiplyNode(left, right, position),
        BinaryOperator.Modulo => new ModuloNode(left, right, position),
        BinaryOperator.Equal => new EqualNode(left, right, position),
        BinaryOperator.NotEqual => new NotEqualNode(left, right, position),
        BinaryOperator.Less => new LessNode(left, right, position),
        BinaryOperator.Greater => new GreaterNode(left, right, position),
        BinaryOperator.LessEqual => new LessEqualNode(left, right, position),
        BinaryOperator.GreaterEqual => new GreaterEqualNode(left, right, position),
        BinaryOperator.In => new InNode(left, right, position),
        BinaryOperator.NotIn => new NotInNode(left, right, position),
        _ => new BinaryNode(op, left, right, position),
    };

    public override Value Evaluate(Frame frame) => Apply(frame, Left.Get(frame), Right.Get(frame));

    protected Value Apply(Frame frame, Value a, Value b)
    {
        frame.Position = position;
        return Operators.Binary(op, a, b);
    }

    protected void At(Frame frame) => frame.Position = position;
}

internal sealed class AddNode(ExpressionNode left, ExpressionNode right, int position)
    : BinaryNode(BinaryOperator.Add, left, right, position)
{
    public override Value Evaluate(Frame frame)
    {
        Value a = Left.Get(frame), b = Right.Get(frame);
        if (a.IsSmallInt && b.IsSmallInt)
        {
            long sum = unchecked(a.Bits + b.Bits);
            if (((a.Bits ^ sum) & (b.Bits ^ sum)) >= 0)
                return Value.FromInt(sum);
        }
        At(frame);
        return Operators.Add(a, b);
    }
}

internal sealed class SubtractNode(ExpressionNode left, ExpressionNode right, int position)
    : BinaryNode(BinaryOperator.Subtract, left, right, position)
{
    public override Value Evaluate(Frame frame)
    {
        Value a = Left.Get(frame), b = Right.Get(frame);
        if (a.IsSmallInt && b.IsSmallInt)
        {
            long difference = unchecked(a.Bits - b.Bits);
            if (((a.Bits ^ b.Bits) & (a.Bits ^ difference)) >= 0)
                return Value.FromInt(difference);
        }
        At(frame);
        return Operators.Subtract(a, b);
    }
}

internal sealed class MultiplyNode(ExpressionNode left, ExpressionNode right, int position)
    : BinaryNode(BinaryOperator.Multiply, left, right, position)
{
    public override Value Evaluate(Frame frame)
    {
        Value a = Left.Get(frame), b = Right.Get(frame);
        if (a.IsSmallInt && b.IsSmallInt)
        {
            long high = Math.BigMul(a.Bits, b.Bits, out long low);
            if (high == low >> 63)
                return Value.FromInt(low);
        }
        At(frame);
        return Operators.Multiply(a, b);
    }
}

internal sealed class ModuloNode(ExpressionNode left, ExpressionNode right, int position)
    : BinaryNode(BinaryOperator.Modulo, left, right, position)
{
    public override Value Evaluate(Frame frame)
    {
        Value a = Left.Get(frame), b = Right.Get(frame);
        // Dividing 32 bits is several times as fast as dividing 64.
        if (a.IsSmallInt && b.IsSmallInt && ((ulong)(a.Bits | b.Bits) >> 32) == 0 && b.Bits != 0)
            return Value.FromInt((uint)a.Bits % (uint)b.Bits);
        At(frame);
        return Operators.Modulo(a, b);
    }
}

/// <summary><c>a + b + c - d ...</c>: operators that nest to the left, evaluated in a loop.</summary>
internal sealed class ChainNode(ExpressionNode first, (BinaryOperator Op, ExpressionNode Operand, int Position)[] rest) : ExpressionNode
{
    public override Value Evaluate(Frame frame)
    {
        Value result = first.Evaluate(frame);
        foreach ((BinaryOperator op, ExpressionNode operand, int position) in rest)
        {
            Value right = operand.Get(frame);
            frame.Position = position;
            result = Operators.Binary(op, result, right);
        }
        return result;
    }
}
