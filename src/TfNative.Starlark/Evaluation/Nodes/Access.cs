namespace TfNative.Starlark;

/// <summary><c>x[key]</c></summary>
internal sealed class IndexNode<TTarget, TKey>(TTarget operand, TKey key, int position) : ExpressionNode
    where TTarget : struct, IOperand
    where TKey : struct, IOperand
{
    public override Value Evaluate(Frame frame)
    {
        Value target = operand.Get(frame);
        Value index = key.Get(frame);
        if (index.IsSmallInt && target.Ref is StarlarkList list)
        {
            ReadOnlySpan<Value> items = list.Span;
            if ((ulong)index.Bits < (ulong)items.Length)
                return items[(int)index.Bits];
        }
        frame.Position = position;
        if (target.Ref is StarlarkDict dict)
        {
            int entry = dict.Table.Find(index.AsKey(in key, frame));
            return entry >= 0 ? dict.Table.ValueAt(entry) : throw StarlarkDict.MissingKey(index);
        }
        return Access.Index(target, index);
    }
}

internal readonly struct IndexMaker(int position) : IBinaryMaker<ExpressionNode>
{
    public ExpressionNode Make<TLeft, TRight>(TLeft left, TRight right)
        where TLeft : struct, IOperand
        where TRight : struct, IOperand => new IndexNode<TLeft, TRight>(left, right, position);
}

/// <summary><c>x[from:to:step]</c></summary>
internal sealed class SliceNode(
    ExpressionNode operand, ExpressionNode? from, ExpressionNode? to, ExpressionNode? step, int position) : ExpressionNode
{
    public override Value Evaluate(Frame frame)
    {
        Value target = operand.Get(frame);
        Value first = from is null ? default : from.Evaluate(frame);
        Value last = to is null ? default : to.Evaluate(frame);
        Value stride = step is null ? default : step.Evaluate(frame);
        frame.Position = position;
        return Slice.Of(target, first, last, stride);
    }
}

/// <summary><c>x.name</c></summary>
internal sealed class DotNode(ExpressionNode operand, string name, int position) : ExpressionNode
{
    public override Value Evaluate(Frame frame)
    {
        Value target = operand.Get(frame);
        frame.Position = position;
        return Attributes.Get(target, name);
    }
}

internal static class Access
{
    public static Value Index(Value target, Value key)
    {
        if (target.Ref is string text)
            return CharString.Of(text[Indexing.Index(key, text.Length, "string")]);
        if (target.Ref is StarlarkObject value && value.TryIndex(key, out Value element))
            return element;
        throw StarlarkException.Create($"type '{target.TypeName}' has no operator []({key.TypeName})");
    }

    public static void SetIndex(Value target, Value key, Value value)
    {
        if (target.Ref is not StarlarkObject container || !container.TrySetIndex(key, value))
            throw StarlarkException.Create($"can only assign an element in a dictionary or a list, not in a '{target.TypeName}'");
    }

    public static void SetAttribute(Value target, string name, Value value)
    {
        if (target.Ref is not StarlarkObject container || !container.TrySetAttribute(name, value))
            throw StarlarkException.Create($"{target.TypeName} value does not support field assignment");
    }
}
