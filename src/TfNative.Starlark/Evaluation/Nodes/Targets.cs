namespace TfNative.Starlark;

internal sealed class LocalTarget(int slot) : TargetNode
{
    public int Slot => slot;

    public override void Assign(Frame frame, Value value) => frame.Locals[slot] = value;
}

internal sealed class CellTarget(int slot) : TargetNode
{
    public override void Assign(Frame frame, Value value) => ((Cell)frame.Locals[slot].Ref!).Value = value;
}

internal sealed class GlobalTarget(int slot) : TargetNode
{
    public override void Assign(Frame frame, Value value) => frame.Module.Slots[slot] = value;
}

internal sealed class IndexTarget<TTarget, TKey>(TTarget operand, TKey key, int position) : TargetNode
    where TTarget : struct, IOperand
    where TKey : struct, IOperand
{
    public override void Assign(Frame frame, Value value)
    {
        Value target = operand.Get(frame);
        Value index = key.Get(frame);
        frame.Position = position;
        if (target.Ref is StarlarkDict dict)
            dict[index.AsKey(in key, frame)] = value;
        else
            Access.SetIndex(target, index, value);
    }
}

internal readonly struct IndexTargetMaker(int position) : IBinaryMaker<TargetNode>
{
    public TargetNode Make<TLeft, TRight>(TLeft left, TRight right)
        where TLeft : struct, IOperand
        where TRight : struct, IOperand => new IndexTarget<TLeft, TRight>(left, right, position);
}

internal sealed class AttributeTarget(ExpressionNode operand, string name, int position) : TargetNode
{
    public override void Assign(Frame frame, Value value)
    {
        Value target = operand.Evaluate(frame);
        frame.Position = position;
        Access.SetAttribute(target, name, value);
    }
}

/// <summary><c>a, (b, c) = ...</c></summary>
internal sealed class SequenceTarget(TargetNode[] targets, int position) : TargetNode
{
    public override void Assign(Frame frame, Value value)
    {
        frame.Position = position;
        if (value.Ref is StarlarkTuple tuple && tuple.Count == targets.Length)
        {
            for (int i = 0; i < targets.Length; i++)
                targets[i].Assign(frame, tuple.Items[i]);
            return;
        }
        if (value.Ref is not StarlarkObject source || source.Iterate() is not { } elements)
            throw StarlarkException.Create($"got '{value.TypeName}' in sequence assignment (want {targets.Length}-element sequence)");
        var items = new List<Value>(targets.Length);
        foreach (Value element in elements)
        {
            items.Add(element);
            if (items.Count > targets.Length)
                break;
        }
        if (items.Count < targets.Length)
            throw StarlarkException.Create($"too few values to unpack (got {items.Count}, want {targets.Length})");
        if (items.Count > targets.Length)
        {
            int length = source.Length >= 0 ? source.Length : items.Count;
            throw StarlarkException.Create($"too many values to unpack (got {length}, want {targets.Length})");
        }
        for (int i = 0; i < targets.Length; i++)
            targets[i].Assign(frame, items[i]);
    }
}
