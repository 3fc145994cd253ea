namespace TfNative.Starlark;

/// <summary>An operator whose result is a bool.</summary>
internal abstract class TestNode(BinaryOperator op, ExpressionNode left, ExpressionNode right, int position)
    : BinaryNode(op, left, right, position)
{
    public sealed override Value Evaluate(Frame frame) => Value.FromBool(Test(frame));

    public abstract override bool Test(Frame frame);
}

internal sealed class EqualNode(ExpressionNode left, ExpressionNode right, int position)
    : TestNode(BinaryOperator.Equal, left, right, position)
{
    public override bool Test(Frame frame)
    {
        Value a = Left.Get(frame), b = Right.Get(frame);
        if (a.IsSmallInt && b.IsSmallInt)
            return a.Bits == b.Bits;
        if (a.Ref is string x && b.Ref is string y)
            return x == y;
        At(frame);
        return Comparison.AreEqual(a, b);
    }
}

internal sealed class NotEqualNode(ExpressionNode left, ExpressionNode right, int position)
    : TestNode(BinaryOperator.NotEqual, left, right, position)
{
    public override bool Test(Frame frame)
    {
        Value a = Left.Get(frame), b = Right.Get(frame);
        if (a.IsSmallInt && b.IsSmallInt)
            return a.Bits != b.Bits;
        if (a.Ref is string x && b.Ref is string y)
            return x != y;
        At(frame);
        return !Comparison.AreEqual(a, b);
    }
}

internal sealed class LessNode(ExpressionNode left, ExpressionNode right, int position)
    : TestNode(BinaryOperator.Less, left, right, position)
{
    public override bool Test(Frame frame)
    {
        Value a = Left.Get(frame), b = Right.Get(frame);
        return a.IsSmallInt && b.IsSmallInt ? a.Bits < b.Bits : Apply(frame, a, b).Truth;
    }
}

internal sealed class LessEqualNode(ExpressionNode left, ExpressionNode right, int position)
    : TestNode(BinaryOperator.LessEqual, left, right, position)
{
    public override bool Test(Frame frame)
    {
        Value a = Left.Get(frame), b = Right.Get(frame);
        return a.IsSmallInt && b.IsSmallInt ? a.Bits <= b.Bits : Apply(frame, a, b).Truth;
    }
}

internal sealed class GreaterNode(ExpressionNode left, ExpressionNode right, int position)
    : TestNode(BinaryOperator.Greater, left, right, position)
{
    public override bool Test(Frame frame)
    {
        Value a = Left.Get(frame), b = Right.Get(frame);
        return a.IsSmallInt && b.IsSmallInt ? a.Bits > b.Bits : Apply(frame, a, b).Truth;
    }
}

internal sealed class GreaterEqualNode(ExpressionNode left, ExpressionNode right, int position)
    : TestNode(BinaryOperator.GreaterEqual, left, right, position)
{
    public override bool Test(Frame frame)
    {
        Value a = Left.Get(frame), b = Right.Get(frame);
        return a.IsSmallInt && b.IsSmallInt ? a.Bits >= b.Bits : Apply(frame, a, b).Truth;
    }
}

internal sealed class InNode(ExpressionNode left, ExpressionNode right, int position)
    : TestNode(BinaryOperator.In, left, right, position)
{
    public override bool Test(Frame frame)
    {
        Value element = Left.Get(frame), container = Right.Get(frame);
        At(frame);
        return container.Ref is StarlarkDict dict
            ? dict.ContainsKey(element.AsKey(Left, frame))
            : Operators.Contains(element, container);
    }
}

internal sealed class NotInNode(ExpressionNode left, ExpressionNode right, int position)
    : TestNode(BinaryOperator.NotIn, left, right, position)
{
    public override bool Test(Frame frame)
    {
        Value element = Left.Get(frame), container = Right.Get(frame);
        At(frame);
        return !Operators.Contains(element, container);
    }
}
