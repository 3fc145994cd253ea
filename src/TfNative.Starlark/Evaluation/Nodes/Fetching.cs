using System.Runtime.CompilerServices;

namespace TfNative.Starlark;

/// <summary>Evaluates operands: reading a local variable, as most operands do, takes no virtual call.</summary>
internal static class Fetching
{
    /// <summary>
    /// Finds the hash of a string that is about to be looked up, and leaves it in the variable that the string comes
    /// from: <c>if k in d: x = d[k]</c> computes it once.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value AsKey(this Value key, ExpressionNode from, Frame frame) =>
        key.Bits == 0 && key.Ref is string text ? Hashed(key, text, from, frame) : key;

    private static Value Hashed(Value key, string text, ExpressionNode from, Frame frame)
    {
        Value hashed = key.WithHash(StringHash.Of(text));
        if (from is LocalNode local)
            Value.Store(ref frame.Locals[local.Slot], hashed);
        return hashed;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value Get(this ExpressionNode node, Frame frame)
    {
        if (node is LocalNode local)
        {
            Value value = frame.Locals[local.Slot];
            if (!value.IsUnbound)
                return value;
        }
        else if (node is ConstantNode constant)
        {
            return constant.Constant;
        }
        return node.Evaluate(frame);
    }
}
