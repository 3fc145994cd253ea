namespace TfNative.Starlark;

internal sealed class ListNode(ExpressionNode[] elements) : ExpressionNode
{
    public override Value Evaluate(Frame frame)
    {
        if (elements.Length == 0)
            return new StarlarkList();
        var items = new Value[elements.Length];
        for (int i = 0; i < items.Length; i++)
            items[i] = elements[i].Get(frame);
        return StarlarkList.Wrap(items);
    }
}

internal sealed class TupleNode(ExpressionNode[] elements) : ExpressionNode
{
    public override Value Evaluate(Frame frame)
    {
        var items = new Value[elements.Length];
        for (int i = 0; i < items.Length; i++)
            items[i] = elements[i].Get(frame);
        return StarlarkTuple.Wrap(items);
    }
}

internal sealed class DictNode((ExpressionNode Key, ExpressionNode Value, int Position)[] entries) : ExpressionNode
{
    public override Value Evaluate(Frame frame)
    {
        var dict = new StarlarkDict(entries.Length);
        foreach ((ExpressionNode keyNode, ExpressionNode valueNode, int position) in entries)
        {
            Value key = keyNode.Get(frame);
            Value value = valueNode.Get(frame);
            frame.Position = position;
            if (!dict.Table.TryAdd(key, value))
                throw StarlarkException.Create($"dictionary expression has duplicate key: {key.Repr()}");
        }
        return dict;
    }
}

/// <summary>A function value: evaluates the defaults and hands over the captured variables.</summary>
internal sealed class FunctionNode(FunctionCode code, ExpressionNode?[] defaults, Binding[] captures, string? doc) : ExpressionNode
{
    private static readonly Value[] AllUnbound = Enumerable.Repeat(Value.Unbound, 16).ToArray();

    private readonly bool hasDefaults = Array.Exists(defaults, d => d is not null);

    public override Value Evaluate(Frame frame)
    {
        Value[] values = AllUnbound;
        if (hasDefaults || defaults.Length > values.Length)
        {
            values = new Value[defaults.Length];
            for (int i = 0; i < values.Length; i++)
                values[i] = defaults[i] is { } node ? node.Evaluate(frame) : Value.Unbound;
        }
        Cell[] cells = captures.Length == 0 ? [] : new Cell[captures.Length];
        for (int i = 0; i < cells.Length; i++)
        {
            Binding captured = captures[i];
            cells[i] = captured.Kind == BindingKind.Free ? frame.Free[captured.Index] : (Cell)frame.Locals[captured.Index].Ref!;
        }
        return new StarlarkFunction(code, frame.Module, values, cells, doc);
    }
}
