using System.Runtime.CompilerServices;

namespace TfNative.Starlark;

/// <summary>A comparison of ints, and what it does with anything else.</summary>
internal interface IRelation
{
    static abstract bool Ints(long a, long b);

    static abstract bool Values(Value a, Value b);
}

internal sealed class RelationNode<TRelation, TLeft, TRight>(TLeft left, TRight right, int position) : ExpressionNode
    where TRelation : struct, IRelation
    where TLeft : struct, IOperand
    where TRight : struct, IOperand
{
    public override Value Evaluate(Frame frame) => Value.FromBool(Test(frame));

    public override bool Test(Frame frame)
    {
        Value a = left.Get(frame), b = right.Get(frame);
        if (a.IsSmallInt && b.IsSmallInt)
            return TRelation.Ints(a.Bits, b.Bits);
        frame.Position = position;
        return TRelation.Values(a, b);
    }
}

internal readonly struct RelationMaker<TRelation>(int position) : IBinaryMaker<ExpressionNode>
    where TRelation : struct, IRelation
{
    public ExpressionNode Make<TLeft, TRight>(TLeft left, TRight right)
        where TLeft : struct, IOperand
        where TRight : struct, IOperand => new RelationNode<TRelation, TLeft, TRight>(left, right, position);
}

internal readonly struct Equality : IRelation
{
    public static bool Ints(long a, long b) => a == b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Values(Value a, Value b) => a.Ref is string x && b.Ref is string y ? x == y : Comparison.AreEqual(a, b);
}

internal readonly struct Inequality : IRelation
{
    public static bool Ints(long a, long b) => a != b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Values(Value a, Value b) => !Equality.Values(a, b);
}

internal readonly struct Less : IRelation
{
    public static bool Ints(long a, long b) => a < b;

    public static bool Values(Value a, Value b) => Comparison.CompareTop(a, b) < 0;
}

internal readonly struct LessOrEqual : IRelation
{
    public static bool Ints(long a, long b) => a <= b;

    public static bool Values(Value a, Value b) => Comparison.CompareTop(a, b) <= 0;
}

internal readonly struct Greater : IRelation
{
    public static bool Ints(long a, long b) => a > b;

    public static bool Values(Value a, Value b) => Comparison.CompareTop(a, b) > 0;
}

internal readonly struct GreaterOrEqual : IRelation
{
    public static bool Ints(long a, long b) => a >= b;

    public static bool Values(Value a, Value b) => Comparison.CompareTop(a, b) >= 0;
}

/// <summary><c>x in y</c>, <c>x not in y</c></summary>
internal sealed class MembershipNode<TElement, TContainer>(TElement element, TContainer container, int position, bool negated) : ExpressionNode
    where TElement : struct, IOperand
    where TContainer : struct, IOperand
{
    public override Value Evaluate(Frame frame) => Value.FromBool(Test(frame));

    public override bool Test(Frame frame)
    {
        Value wanted = element.Get(frame), target = container.Get(frame);
        frame.Position = position;
        bool found = target.Ref is StarlarkDict dict
            ? dict.ContainsKey(wanted.AsKey(in element, frame))
            : Operators.Contains(wanted, target);
        return found != negated;
    }
}

internal readonly struct MembershipMaker(int position, bool negated) : IBinaryMaker<ExpressionNode>
{
    public ExpressionNode Make<TLeft, TRight>(TLeft left, TRight right)
        where TLeft : struct, IOperand
        where TRight : struct, IOperand => new MembershipNode<TLeft, TRight>(left, right, position, negated);
}
