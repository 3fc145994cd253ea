using System.Runtime.CompilerServices;

namespace TfNative.Starlark;

/// <summary><c>f(a, b)</c> with positional arguments only, any number.</summary>
internal sealed class PositionalCallNode(ExpressionNode function, ExpressionNode[] args, int position) : ExpressionNode
{
    public override Value Evaluate(Frame frame)
    {
        Value callee = function.Get(frame);
        ValueBuffer buffer = default;
        Span<Value> values = args.Length <= ValueBuffer.Capacity ? buffer : frame.Thread.Rent(args.Length);
        for (int i = 0; i < args.Length; i++)
            values[i] = args[i].Get(frame);
        frame.Position = position;
        Value result = Calls.Positional(frame.Thread, callee, values[..args.Length]);
        if (args.Length > ValueBuffer.Capacity)
            frame.Thread.Release(args.Length);
        return result;
    }
}

/// <summary><c>f(a)</c></summary>
internal sealed class CallNode1(ExpressionNode function, ExpressionNode arg, int position) : ExpressionNode
{
    public override Value Evaluate(Frame frame)
    {
        Value callee = function.Get(frame);
        Value value = arg.Get(frame);
        frame.Position = position;
        if (callee.Ref is StarlarkFunction { IsPlain: true, Arity: 1 } defined)
        {
            Frame inner = defined.Enter(frame.Thread);
            Value.Store(ref inner.Locals[0], value);
            return defined.Run(inner);
        }
        return Calls.Positional(frame.Thread, callee, new ReadOnlySpan<Value>(in value));
    }
}

/// <summary><c>f(a, b)</c></summary>
internal sealed class CallNode2(ExpressionNode function, ExpressionNode first, ExpressionNode second, int position) : ExpressionNode
{
    public override Value Evaluate(Frame frame)
    {
        Value callee = function.Get(frame);
        Value a = first.Get(frame), b = second.Get(frame);
        frame.Position = position;
        if (callee.Ref is StarlarkFunction { IsPlain: true, Arity: 2 } defined)
        {
            Frame inner = defined.Enter(frame.Thread);
            Value[] locals = inner.Locals;
            Value.Store(ref locals[0], a);
            Value.Store(ref locals[1], b);
            return defined.Run(inner);
        }
        return General(frame, callee, a, b);
    }

    // On its own: the buffer would be cleared in every call.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Value General(Frame frame, Value callee, Value a, Value b)
    {
        ValuePair buffer = default;
        buffer[0] = a;
        buffer[1] = b;
        return Calls.Positional(frame.Thread, callee, buffer);
    }
}
