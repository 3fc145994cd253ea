using System.Runtime.CompilerServices;

namespace TfNative.Starlark;

/// <summary>Evaluates operands: reading a local variable, as most operands do, takes no virtual call.</summary>
internal static class Fetching
{
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
