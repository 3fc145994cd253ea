namespace TfNative.Starlark;

/// <summary><c>f(a, x = b)</c></summary>
internal sealed class KeywordCallNode(ExpressionNode function, ExpressionNode[] args, string[] names, int position) : ExpressionNode
{
    private const int FewArguments = 3;

    private CallPlan? plan;

    public override Value Evaluate(Frame frame)
    {
        Value callee = function.Get(frame);
        return args.Length <= FewArguments && callee.Ref is StarlarkFunction { HasExtras: false } defined
            ? CallFunction(frame, defined)
            : CallGeneral(frame, callee);
    }

    /// <summary>Few arguments go to the function's frame without a buffer between.</summary>
    private Value CallFunction(Frame frame, StarlarkFunction defined)
    {
        Value a = args[0].Get(frame);
        Value b = args.Length > 1 ? args[1].Get(frame) : default;
        Value c = args.Length > 2 ? args[2].Get(frame) : default;
        frame.Position = position;
        CallPlan fit = Calls.PlanFor(defined.Signature, args.Length, names, ref plan);
        Frame inner = defined.Enter(frame.Thread);
        Value[] locals = inner.Locals;
        ReadOnlySpan<int> targets = fit.Targets;
        Value.Store(ref locals[targets[0]], a);
        if (targets.Length > 1)
            Value.Store(ref locals[targets[1]], b);
        if (targets.Length > 2)
            Value.Store(ref locals[targets[2]], c);
        fit.StoreDefaults(locals, defined.Defaults);
        return defined.Run(inner);
    }

    private Value CallGeneral(Frame frame, Value callee)
    {
        ValueBuffer buffer = default;
        Span<Value> values = args.Length <= ValueBuffer.Capacity ? buffer : frame.Thread.Rent(args.Length);
        for (int i = 0; i < args.Length; i++)
            values[i] = args[i].Get(frame);
        frame.Position = position;
        Value result = Calls.Planned(frame.Thread, callee, values[..args.Length], names, ref plan);
        if (args.Length > ValueBuffer.Capacity)
            frame.Thread.Release(args.Length);
        return result;
    }
}

/// <summary><c>x.name(a, b = c)</c>: methods of built-in types are called without making a bound method.</summary>
internal sealed class MethodCallNode(
    ExpressionNode receiver, string name, ExpressionNode[] args, string[] names, int dotPosition, int position) : ExpressionNode
{
    private CachedMethod? cache;
    private CallPlan? plan;

    public override Value Evaluate(Frame frame) => Call(frame, receiver.Get(frame));

    public Value Call(Frame frame, Value self)
    {
        CachedMethod? known = cache;
        if (known is null || args.Length > ValuePair.Capacity || names.Length > 0 || !ReferenceEquals(MethodTable.Of(self), known.Table))
            return CallGeneral(frame, self);
        ValuePair values = default;
        if (args.Length > 0)
            values[0] = args[0].Get(frame);
        if (args.Length > 1)
            values[1] = args[1].Get(frame);
        frame.Position = position;
        return known.Method.CallPositional(frame.Thread, self, ((ReadOnlySpan<Value>)values)[..args.Length]);
    }

    private Value CallGeneral(Frame frame, Value self)
    {
        Builtin? method = FindMethod(frame, self);
        Value callee = default;
        if (method is null)
        {
            frame.Position = dotPosition;
            callee = Attributes.Get(self, name);
        }
        ValueBuffer buffer = default;
        Span<Value> values = args.Length <= ValueBuffer.Capacity ? buffer : frame.Thread.Rent(args.Length);
        for (int i = 0; i < args.Length; i++)
            values[i] = args[i].Get(frame);
        values = values[..args.Length];
        frame.Position = position;
        Value result;
        if (names.Length > 0)
        {
            result = method is not null
                ? method.CallPlanned(frame.Thread, self, values, Calls.PlanFor(method.Signature, args.Length, names, ref plan))
                : Calls.Planned(frame.Thread, callee, values, names, ref plan);
        }
        else
        {
            result = method is not null
                ? method.CallPositional(frame.Thread, self, values)
                : Calls.Positional(frame.Thread, callee, values);
        }
        if (args.Length > ValueBuffer.Capacity)
            frame.Thread.Release(args.Length);
        return result;
    }

    private Builtin? FindMethod(Frame frame, Value self)
    {
        MethodTable? table = MethodTable.Of(self);
        if (table is null)
            return null;
        CachedMethod? known = cache;
        if (known is not null && ReferenceEquals(known.Table, table))
            return known.Method;
        frame.Position = dotPosition;
        Builtin method = table.Find(name) ?? throw Attributes.Missing(self, name);
        cache = new CachedMethod(table, method);
        return method;
    }

    private sealed record CachedMethod(MethodTable Table, Builtin Method);
}

/// <summary><c>f(a, x = b, *args, **kwargs)</c></summary>
internal sealed class StarCallNode(
    ExpressionNode function, ExpressionNode[] args, string[] names, ExpressionNode? star, ExpressionNode? starStar, int position)
    : ExpressionNode
{
    public override Value Evaluate(Frame frame)
    {
        Value callee = function.Evaluate(frame);
        int positionalCount = args.Length - names.Length;
        var positional = new List<Value>();
        for (int i = 0; i < positionalCount; i++)
            positional.Add(args[i].Get(frame));
        var named = new List<(string Name, Value Value)>();
        for (int i = 0; i < names.Length; i++)
            named.Add((names[i], args[positionalCount + i].Evaluate(frame)));
        if (star is not null)
            AddStar(frame, positional);
        if (starStar is not null)
            AddStarStar(frame, callee, named);
        frame.Position = position;
        return Calls.Call(
            frame.Thread,
            callee,
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(positional),
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(named));
    }

    private void AddStar(Frame frame, List<Value> positional)
    {
        Value value = star!.Evaluate(frame);
        frame.Position = position;
        if (value.Ref is not StarlarkObject target || target.Iterate() is not { } elements)
            throw StarlarkException.Create($"argument after * must be an iterable, not {value.TypeName}");
        foreach (Value element in elements)
        {
            positional.Add(element);
            Limits.CheckListLength(positional.Count);
        }
    }

    private void AddStarStar(Frame frame, Value callee, List<(string Name, Value Value)> named)
    {
        Value value = starStar!.Evaluate(frame);
        frame.Position = position;
        if (value.Ref is not StarlarkDict dict)
            throw StarlarkException.Create($"argument after ** must be a dict, not {value.TypeName}");
        foreach (KeyValuePair<Value, Value> entry in dict)
        {
            string key = entry.Key.AsString()
                ?? throw StarlarkException.Create($"keywords must be strings, not {entry.Key.TypeName}");
            foreach (string name in names)
            {
                if (name == key)
                    throw CallErrors.DuplicateKeyword((callee.Ref as IStarlarkCallable)?.Name ?? "function", key);
            }
            named.Add((key, entry.Value));
        }
    }
}
