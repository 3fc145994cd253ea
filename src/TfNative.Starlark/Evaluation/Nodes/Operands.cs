using System.Runtime.CompilerServices;

namespace TfNative.Starlark;

/// <summary>
/// Where a node gets an operand from. Most operands are local variables and constants: as structs that nodes are
/// generic in, they cost neither a virtual call nor a test of what they are.
/// </summary>
internal interface IOperand
{
    Value Get(Frame frame);

    /// <summary>Leaves the hash of a string where the string came from, so that the next lookup has it.</summary>
    void KeepHash(Frame frame, Value hashed);
}

internal readonly struct LocalOperand(LocalNode node) : IOperand
{
    private readonly LocalNode node = node;
    private readonly int slot = node.Slot;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Value Get(Frame frame)
    {
        Value value = frame.Locals[slot];
        return value.IsUnbound ? node.Evaluate(frame) : value;
    }

    public void KeepHash(Frame frame, Value hashed) => Value.Store(ref frame.Locals[slot], hashed);
}

internal readonly struct ConstantOperand(Value constant) : IOperand
{
    private readonly Value constant = constant;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Value Get(Frame frame) => constant;

    public void KeepHash(Frame frame, Value hashed)
    {
    }
}

internal readonly struct NodeOperand(ExpressionNode node) : IOperand
{
    private readonly ExpressionNode node = node;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Value Get(Frame frame) => node.Evaluate(frame);

    public void KeepHash(Frame frame, Value hashed)
    {
    }
}

internal static class Operands
{
    /// <summary>Makes a node of one operand for the kind of that operand.</summary>
    public static TNode Make<TNode, TMaker>(ExpressionNode operand, TMaker maker)
        where TMaker : struct, IUnaryMaker<TNode> => operand switch
        {
            LocalNode local => maker.Make(new LocalOperand(local)),
            ConstantNode constant => maker.Make(new ConstantOperand(constant.Constant)),
            _ => maker.Make(new NodeOperand(operand)),
        };

    /// <summary>Makes a node of two operands for the kinds of those operands.</summary>
    public static TNode Make<TNode, TMaker>(ExpressionNode left, ExpressionNode right, TMaker maker)
        where TMaker : struct, IBinaryMaker<TNode> => left switch
        {
            LocalNode local => WithLeft<TNode, TMaker, LocalOperand>(new(local), right, maker),
            ConstantNode constant => WithLeft<TNode, TMaker, ConstantOperand>(new(constant.Constant), right, maker),
            _ => WithLeft<TNode, TMaker, NodeOperand>(new(left), right, maker),
        };

    /// <summary>A dict key with its hash, which is kept for the next lookup: <c>if k in d: x = d[k]</c> computes it once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value AsKey<TOperand>(this Value key, ref readonly TOperand from, Frame frame)
        where TOperand : struct, IOperand => key.Bits == 0 && key.Ref is string text ? Hashed(key, text, in from, frame) : key;

    private static Value Hashed<TOperand>(Value key, string text, ref readonly TOperand from, Frame frame)
        where TOperand : struct, IOperand
    {
        Value hashed = key.WithHash(StringHash.Of(text));
        from.KeepHash(frame, hashed);
        return hashed;
    }

    private static TNode WithLeft<TNode, TMaker, TLeft>(TLeft left, ExpressionNode right, TMaker maker)
        where TMaker : struct, IBinaryMaker<TNode>
        where TLeft : struct, IOperand => right switch
        {
            LocalNode local => maker.Make(left, new LocalOperand(local)),
            ConstantNode constant => maker.Make(left, new ConstantOperand(constant.Constant)),
            _ => maker.Make(left, new NodeOperand(right)),
        };
}

/// <summary>Makes nodes of one operand.</summary>
internal interface IUnaryMaker<TNode>
{
    TNode Make<TOperand>(TOperand operand)
        where TOperand : struct, IOperand;
}

/// <summary>Makes nodes of two operands.</summary>
internal interface IBinaryMaker<TNode>
{
    TNode Make<TLeft, TRight>(TLeft left, TRight right)
        where TLeft : struct, IOperand
        where TRight : struct, IOperand;
}
