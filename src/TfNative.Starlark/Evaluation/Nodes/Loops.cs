namespace TfNative.Starlark;

/// <summary><c>for x in ...</c> with a local variable, as nearly all loops are.</summary>
internal sealed class ForLocalNode(int slot, ExpressionNode source, StatementNode body, int position) : StatementNode
{
    public override Completion Execute(Frame frame)
    {
        Value iterable = source.Get(frame);
        frame.Position = position;
        return iterable.Ref is StarlarkRange range ? OverRange(frame, range) : OverElements(frame, iterable);
    }

    private Completion OverRange(Frame frame, StarlarkRange range)
    {
        StarlarkThread thread = frame.Thread;
        Value[] locals = frame.Locals;
        long step = range.Step, value = range.Start;
        for (long left = range.LongLength; left > 0; left--)
        {
            thread.CountSteps(1);
            Value.Store(ref locals[slot], value);
            value = unchecked(value + step);
            Completion completion = body.Execute(frame);
            if (completion >= Completion.Break)
                return completion == Completion.Break ? Completion.Normal : completion;
        }
        return Completion.Normal;
    }

    private Completion OverElements(Frame frame, Value iterable)
    {
        StarlarkThread thread = frame.Thread;
        Value[] locals = frame.Locals;
        ValueIterator iterator = ValueIterator.Begin(iterable);
        try
        {
            while (iterator.MoveNext(out Value element))
            {
                thread.CountSteps(1);
                Value.Store(ref locals[slot], element);
                Completion completion = body.Execute(frame);
                if (completion >= Completion.Break)
                    return completion == Completion.Break ? Completion.Normal : completion;
                iterator.KeepHash(element, locals[slot]);
            }
        }
        finally
        {
            iterator.End();
        }
        return Completion.Normal;
    }
}

internal sealed class ForNode(TargetNode target, ExpressionNode source, StatementNode body, int position) : StatementNode
{
    public override Completion Execute(Frame frame)
    {
        Value iterable = source.Get(frame);
        frame.Position = position;
        ValueIterator iterator = ValueIterator.Begin(iterable);
        try
        {
            while (iterator.MoveNext(out Value element))
            {
                frame.Thread.CountSteps(1);
                target.Assign(frame, element);
                Completion completion = body.Execute(frame);
                if (completion >= Completion.Break)
                    return completion == Completion.Break ? Completion.Normal : completion;
            }
        }
        finally
        {
            iterator.End();
        }
        return Completion.Normal;
    }
}
