namespace TfNative.Starlark;

/// <summary>A comprehension: runs its clauses into a new list or dict.</summary>
internal sealed class ComprehensionNode(ClauseNode clauses, int[] captured, bool isDict) : ExpressionNode
{
    public override Value Evaluate(Frame frame)
    {
        foreach (int slot in captured)
            frame.Locals[slot] = Value.FromCell(new Cell());
        StarlarkObject result = isDict ? new StarlarkDict() : new StarlarkList();
        clauses.Run(frame, result);
        return Value.FromObject(result);
    }
}

internal abstract class ClauseNode
{
    public abstract void Run(Frame frame, StarlarkObject result);
}

internal sealed class ForClauseNode(TargetNode target, ExpressionNode source, ClauseNode next, int position) : ClauseNode
{
    private readonly int localSlot = target is LocalTarget local ? local.Slot : -1;

    public override void Run(Frame frame, StarlarkObject result)
    {
        Value iterable = source.Evaluate(frame);
        frame.Position = position;
        if (next is ElementNode && iterable.Ref is StarlarkObject known)
            ((StarlarkList)result).Reserve(known.Length);
        ValueIterator iterator = ValueIterator.Begin(iterable);
        try
        {
            while (iterator.MoveNext(out Value element))
            {
                frame.Thread.CountSteps(1);
                if (localSlot >= 0)
                    Value.Store(ref frame.Locals[localSlot], element);
                else
                    target.Assign(frame, element);
                next.Run(frame, result);
            }
        }
        finally
        {
            iterator.End();
        }
    }
}

internal sealed class IfClauseNode(ExpressionNode condition, ClauseNode next) : ClauseNode
{
    public override void Run(Frame frame, StarlarkObject result)
    {
        if (condition.Test(frame))
            next.Run(frame, result);
    }
}

internal sealed class ElementNode(ExpressionNode element) : ClauseNode
{
    public override void Run(Frame frame, StarlarkObject result) => ((StarlarkList)result).AddUnchecked(element.Get(frame));
}

internal sealed class EntryNode(ExpressionNode key, ExpressionNode value, int position) : ClauseNode
{
    public override void Run(Frame frame, StarlarkObject result)
    {
        Value k = key.Get(frame), v = value.Get(frame);
        frame.Position = position;
        ((StarlarkDict)result).Table.Set(k, v);
    }
}
