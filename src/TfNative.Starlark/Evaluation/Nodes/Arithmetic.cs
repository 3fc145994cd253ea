using System.Runtime.CompilerServices;

namespace TfNative.Starlark;

/// <summary>A binary operator other than <c>and</c> and <c>or</c>; the frequent ones have nodes with a fast path for ints.</summary>
internal sealed class BinaryNode(BinaryOperator op, ExpressionNode left, ExpressionNode right, int position) : ExpressionNode
{
    public static ExpressionNode Create(BinaryOperator op, ExpressionNode left, ExpressionNode right, int position) => op switch
    {
        BinaryOperator.Add => Arithmetic<Addition>(left, right, position),
        BinaryOperator.Subtract => Arithmetic<Subtraction>(left, right, position),
        BinaryOperator.Multiply => Arithmetic<Multiplication>(left, right, position),
        BinaryOperator.Modulo => Arithmetic<Remainder>(left, right, position),
        BinaryOperator.Equal => Test<Equality>(left, right, position),
        BinaryOperator.NotEqual => Test<Inequality>(left, right, position),
        BinaryOperator.Less => Test<Less>(left, right, position),
        BinaryOperator.Greater => Test<Greater>(left, right, position),
        BinaryOperator.LessEqual => Test<LessOrEqual>(left, right, position),
        BinaryOperator.GreaterEqual => Test<GreaterOrEqual>(left, right, position),
        BinaryOperator.In or BinaryOperator.NotIn =>
            Operands.Make<ExpressionNode, MembershipMaker>(left, right, new(position, op == BinaryOperator.NotIn)),
        _ => new BinaryNode(op, left, right, position),
    };

    public override Value Evaluate(Frame frame)
    {
        Value a = left.Get(frame), b = right.Get(frame);
        frame.Position = position;
        return Operators.Binary(op, a, b);
    }

    private static ExpressionNode Arithmetic<TOperation>(ExpressionNode left, ExpressionNode right, int position)
        where TOperation : struct, IArithmetic =>
        Operands.Make<ExpressionNode, ArithmeticMaker<TOperation>>(left, right, new(position));

    private static ExpressionNode Test<TRelation>(ExpressionNode left, ExpressionNode right, int position)
        where TRelation : struct, IRelation =>
        Operands.Make<ExpressionNode, RelationMaker<TRelation>>(left, right, new(position));
}

/// <summary>An operator on ints, and what it does with anything else.</summary>
internal interface IArithmetic
{
    /// <summary>False if the result, or the way to it, needs more than 64 bits.</summary>
    static abstract bool TryInts(long a, long b, out long result);

    static abstract Value Apply(Value a, Value b);
}

internal sealed class ArithmeticNode<TOperation, TLeft, TRight>(TLeft left, TRight right, int position) : ExpressionNode
    where TOperation : struct, IArithmetic
    where TLeft : struct, IOperand
    where TRight : struct, IOperand
{
    public override Value Evaluate(Frame frame)
    {
        Value a = left.Get(frame), b = right.Get(frame);
        if (a.IsSmallInt && b.IsSmallInt && TOperation.TryInts(a.Bits, b.Bits, out long result))
            return Value.FromInt(result);
        frame.Position = position;
        return TOperation.Apply(a, b);
    }
}

internal readonly struct ArithmeticMaker<TOperation>(int position) : IBinaryMaker<ExpressionNode>
    where TOperation : struct, IArithmetic
{
    public ExpressionNode Make<TLeft, TRight>(TLeft left, TRight right)
        where TLeft : struct, IOperand
        where TRight : struct, IOperand => new ArithmeticNode<TOperation, TLeft, TRight>(left, right, position);
}

internal readonly struct Addition : IArithmetic
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryInts(long a, long b, out long result)
    {
        result = unchecked(a + b);
        return ((a ^ result) & (b ^ result)) >= 0;
    }

    public static Value Apply(Value a, Value b) => Operators.Add(a, b);
}

internal readonly struct Subtraction : IArithmetic
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryInts(long a, long b, out long result)
    {
        result = unchecked(a - b);
        return ((a ^ b) & (a ^ result)) >= 0;
    }

    public static Value Apply(Value a, Value b) => Operators.Subtract(a, b);
}

internal readonly struct Multiplication : IArithmetic
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryInts(long a, long b, out long result)
    {
        long high = Math.BigMul(a, b, out result);
        return high == result >> 63;
    }

    public static Value Apply(Value a, Value b) => Operators.Multiply(a, b);
}

internal readonly struct Remainder : IArithmetic
{
    // Dividing 32 bits is several times as fast as dividing 64.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryInts(long a, long b, out long result)
    {
        bool small = ((ulong)(a | b) >> 32) == 0 && b != 0;
        result = small ? (uint)a % (uint)b : 0;
        return small;
    }

    public static Value Apply(Value a, Value b) => Operators.Modulo(a, b);
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
