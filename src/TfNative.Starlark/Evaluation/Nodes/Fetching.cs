using System.Runtime.CompilerServices;

namespace TfNative.Starlark;

/// <summary>Evaluates operands: reading a local variable, as most operands do, takes no virtual call.</summary>
internal static class Fetching
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value Get(this ExpressionNode node, Frame frame)
    {
        // Not "is", which would look for null first.
        if (node.GetType() == typeof(LocalNode))
        {
            Value value = frame.Locals[Unsafe.As<LocalNode>(node).Slot];
            if (!value.IsUnbound)
                return value;
        }
        else if (node.GetType() == typeof(ConstantNode))
        {
            return Unsafe.As<ConstantNode>(node).Constant;
        }
        return node.Evaluate(frame);
    }
}
