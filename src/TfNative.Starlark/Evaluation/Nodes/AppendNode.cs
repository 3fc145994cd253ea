namespace TfNative.Starlark;

/// <summary><c>x.append(value)</c>: the method call that loops consist of, without the ceremony of a call.</summary>
internal sealed class AppendNode<TReceiver, TValue>(TReceiver receiver, TValue value, int position, MethodCallNode general) : ExpressionNode
    where TReceiver : struct, IOperand
    where TValue : struct, IOperand
{
    public override Value Evaluate(Frame frame)
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

internal readonly struct AppendMaker(int position, MethodCallNode general) : IBinaryMaker<ExpressionNode>
{
    public ExpressionNode Make<TLeft, TRight>(TLeft left, TRight right)
        where TLeft : struct, IOperand
        where TRight : struct, IOperand => new AppendNode<TLeft, TRight>(left, right, position, general);
}
