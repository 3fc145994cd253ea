namespace TfNative.Starlark;

internal sealed class ConstantNode(Value value) : ExpressionNode
{
    public readonly Value Constant = value;

    public override Value Evaluate(Frame frame) => Constant;
}

internal sealed class LocalNode(int slot, string name, int position) : ExpressionNode
{
    public readonly int Slot = slot;

    public override Value Evaluate(Frame frame)
    {
        Value value = frame.Locals[Slot];
        return value.IsUnbound ? throw Unassigned.Local(frame, name, position) : value;
    }
}

internal sealed class CellNode(int slot, string name, int position) : ExpressionNode
{
    public override Value Evaluate(Frame frame)
    {
        Value value = ((Cell)frame.Locals[slot].Ref!).Value;
        return value.IsUnbound ? throw Unassigned.Local(frame, name, position) : value;
    }
}

/// <summary>A captured variable of an enclosing function.</summary>
internal sealed class FreeNode(int index, string name, int position) : ExpressionNode
{
    public override Value Evaluate(Frame frame)
    {
        Value value = frame.Free[index].Value;
        return value.IsUnbound ? throw Unassigned.Local(frame, name, position) : value;
    }
}

internal sealed class GlobalNode(int slot, string name, int position) : ExpressionNode
{
    public override Value Evaluate(Frame frame)
    {
        Value value = frame.Module.Slots[slot];
        return value.IsUnbound ? throw Unassigned.Global(frame, name, position) : value;
    }
}

internal sealed class PredeclaredNode(int index, string name, int position) : ExpressionNode
{
    public override Value Evaluate(Frame frame)
    {
        Value value = frame.Module.Predeclared[index];
        return value.IsUnbound ? throw frame.Error(position, $"name '{name}' is not defined") : value;
    }
}

internal static class Unassigned
{
    public static StarlarkException Local(Frame frame, string name, int position) =>
        frame.Error(position, $"local variable '{name}' is referenced before assignment");

    public static StarlarkException Global(Frame frame, string name, int position) =>
        frame.Error(position, $"global variable '{name}' is referenced before assignment");
}
