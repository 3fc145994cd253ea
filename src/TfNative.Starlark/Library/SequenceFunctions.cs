namespace TfNative.Starlark;

/// <summary>Functions over iterables: len, any, all, min, max, sorted.</summary>
internal static class SequenceFunctions
{
    public static void Define(DefineBuiltin define)
    {
        define("len", "x, /", Length);
        define("any", "elements, /", static (in CallContext c) =>
        {
            foreach (Value value in c.Iterable(0))
            {
                if (value.Truth)
                    return true;
            }
            return false;
        });
        define("all", "elements, /", static (in CallContext c) =>
        {
            foreach (Value value in c.Iterable(0))
            {
                if (!value.Truth)
                    return false;
            }
            return true;
        });
        define("min", "*args, key=None", static (in CallContext c) => Extreme(c, -1));
        define("max", "*args, key=None", static (in CallContext c) => Extreme(c, 1));
        define("sorted", "iterable, /, *, key=None, reverse=False", Sorted);
    }

    private static Value Length(in CallContext c)
    {
        if (c[0].Ref is string text)
            return text.Length;
        if (c[0].Ref is StarlarkRange range)
            return range.LongLength;
        if (c[0].Ref is StarlarkObject value && value.Length >= 0)
            return value.Length;
        throw c.Error($"{c[0].TypeName} is not iterable");
    }

    private static Value Extreme(in CallContext c, int sign)
    {
        StarlarkTuple args = c.Args;
        Value key = c[0];
        if (!key.IsNone && key.Ref is not IStarlarkCallable)
            throw c.WrongType(0, "callable or NoneType");
        Value best = Value.Unbound, bestKey = default;
        ValueIterator items = ValueIterator.Begin(args.Count == 1 ? args[0] : args);
        try
        {
            while (items.MoveNext(out Value item))
            {
                Value itemKey = Key(c.Thread, key, item);
                if (best.IsUnbound || Comparison.Compare(bestKey, itemKey) * sign < 0)
                    (best, bestKey) = (item, itemKey);
            }
        }
        finally
        {
            items.End();
        }
        return best.IsUnbound ? throw c.Error("expected at least one item") : best;
    }

    private static Value Sorted(in CallContext c)
    {
        Value[] items = Elements.ToArray(c, 0);
        bool reverse = c.Bool(2);
        Value key = c[1];
        c.Thread.CountSteps(items.Length);
        if (key.IsNone)
            return StarlarkList.Wrap(StableSort.Sort(items, items, reverse));
        if (key.Ref is not IStarlarkCallable)
            throw c.WrongType(1, "callable or NoneType");
        var keys = new Value[items.Length];
        for (int i = 0; i < keys.Length; i++)
            keys[i] = Key(c.Thread, key, items[i]);
        return StarlarkList.Wrap(StableSort.Sort(items, keys, reverse));
    }

    private static Value Key(StarlarkThread thread, Value key, Value item)
    {
        if (key.IsNone)
            return item;
        if (key.Ref is StarlarkFunction { IsPlain: true, Arity: 1 } function)
        {
            Frame frame = function.Enter(thread);
            frame.Locals[0] = item;
            return function.Run(frame);
        }
        return Calls.Positional(thread, key, new ReadOnlySpan<Value>(in item));
    }
}
