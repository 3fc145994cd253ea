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
internal sealed class CallNode1<TArg>(ExpressionNode function, TArg arg, int position) : ExpressionNode
    where TArg : struct, IOperand
{
    public override Value Evaluate(Frame frame)
    {
        Value callee = function.Evaluate(frame);
        Value value = arg.Get(frame);
        frame.Position = position;
        if (callee.Ref is StarlarkFunction { IsPlain: true, Arity: 1 } defined)
        {
            Frame inner = defined.Enter(frame.Thread);
            Value.Store(ref inner.Locals[0], value);
            return defined.Run(inner);
        }
        return General(frame, callee, value);
    }

    // On its own: taking the address of the value keeps it out of registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Value General(Frame frame, Value callee, Value value) =>
        Calls.Positional(frame.Thread, callee, new ReadOnlySpan<Value>(in value));
}

internal readonly struct CallMaker1(ExpressionNode function, int position) : IUnaryMaker<ExpressionNode>
{
    public ExpressionNode Make<TOperand>(TOperand operand)
        where TOperand : struct, IOperand => new CallNode1<TOperand>(function, operand, position);
}

/// <summary><c>f(a, b)</c></summary>
internal sealed class CallNode2<TFirst, TSecond>(ExpressionNode function, TFirst first, TSecond second, int position) : ExpressionNode
    where TFirst : struct, IOperand
    where TSecond : struct, IOperand
{
    public override Value Evaluate(Frame frame)
    {
        Value callee = function.Evaluate(frame);
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

internal readonly struct CallMaker2(ExpressionNode function, int position) : IBinaryMaker<ExpressionNode>
{
    public ExpressionNode Make<TLeft, TRight>(TLeft left, TRight right)
        where TLeft : struct, IOperand
        where TRight : struct, IOperand => new CallNode2<TLeft, TRight>(function, left, right, position);
}
