namespace TfNative.Starlark;

/// <summary><c>len(x)</c>, when the name is the universal one: sequences answer without the ceremony of a call.</summary>
internal sealed class LenNode(ExpressionNode arg, Value function, int position) : ExpressionNode
{
    public override Value Evaluate(Frame frame)
    {
        Value value = arg.Get(frame);
        if (value.Ref is string text)
            return Value.FromInt(text.Length);
        if (value.Ref is StarlarkSequence or StarlarkDict)
            return Value.FromInt(((StarlarkObject)value.Ref).Length);
        frame.Position = position;
        return Calls.Positional(frame.Thread, function, new ReadOnlySpan<Value>(in value));
    }
}
