namespace TfNative.Starlark;

/// <summary><c>x.append(value)</c>: the method call that loops consist of, without the ceremony of a call.</summary>
internal sealed class AppendNode(ExpressionNode receiver, ExpressionNode value, int position, MethodCallNode general) : ExpressionNode
{
    public override Value Evaluate(Frame frame) => Run(frame);

    public Value Run(Frame frame)
    {
        Value self = receiver.Get(frame);
        if (self.Ref is not StarlarkList list)
            return general.Call(frame, self);
        Value element = value.Get(frame);
        frame.Position = position;
        list.Add(element);
        return Value.None;
    }
}
