namespace TfNative.Starlark;

/// <summary>Calling any value.</summary>
internal static class Calls
{
    public static Value Positional(StarlarkThread thread, Value function, ReadOnlySpan<Value> args)
    {
        if (function.Ref is StarlarkFunction defined)
            return defined.CallPositional(thread, args);
        if (function.Ref is Builtin builtin)
            return builtin.CallPositional(thread, default, args);
        return Call(thread, function, args, default);
    }

    public static Value Call(
        StarlarkThread thread, Value function, ReadOnlySpan<Value> args, ReadOnlySpan<(string Name, Value Value)> kwargs)
    {
        if (function.Ref is not IStarlarkCallable callable)
            throw NotCallable(function);
        return callable.Call(thread, args, kwargs);
    }

    /// <summary>A call whose shape is known: positional arguments, then the ones with names.</summary>
    /// <param name="thread">The evaluation.</param>
    /// <param name="function">What is called.</param>
    /// <param name="args">Positional arguments, then the values of the keyword arguments.</param>
    /// <param name="names">Names of the keyword arguments.</param>
    /// <param name="plan">The call site's cache.</param>
    public static Value Planned(StarlarkThread thread, Value function, ReadOnlySpan<Value> args, string[] names, ref CallPlan? plan)
    {
        if (function.Ref is StarlarkFunction defined)
            return defined.CallPlanned(thread, args, PlanFor(defined.Signature, args.Length, names, ref plan));
        if (function.Ref is Builtin builtin)
            return builtin.CallPlanned(thread, default, args, PlanFor(builtin.Signature, args.Length, names, ref plan));
        if (function.Ref is BoundMethod bound)
            return bound.Method.CallPlanned(thread, bound.Receiver, args, PlanFor(bound.Method.Signature, args.Length, names, ref plan));
        int positional = args.Length - names.Length;
        var kwargs = new (string, Value)[names.Length];
        for (int i = 0; i < names.Length; i++)
            kwargs[i] = (names[i], args[positional + i]);
        return Call(thread, function, args[..positional], kwargs);
    }

    public static CallPlan PlanFor(Signature signature, int argumentCount, string[] names, ref CallPlan? cache)
    {
        CallPlan? plan = cache;
        if (plan is null || !ReferenceEquals(plan.Signature, signature))
            cache = plan = new CallPlan(signature, argumentCount - names.Length, names);
        return plan;
    }

    public static string[] Names(ReadOnlySpan<(string Name, Value Value)> kwargs)
    {
        if (kwargs.Length == 0)
            return [];
        var names = new string[kwargs.Length];
        for (int i = 0; i < names.Length; i++)
            names[i] = kwargs[i].Name;
        return names;
    }

    public static Value[] Combine(ReadOnlySpan<Value> args, ReadOnlySpan<(string Name, Value Value)> kwargs)
    {
        var all = new Value[args.Length + kwargs.Length];
        args.CopyTo(all);
        for (int i = 0; i < kwargs.Length; i++)
            all[args.Length + i] = kwargs[i].Value;
        return all;
    }

    public static StarlarkException NotCallable(Value function) =>
        StarlarkException.Create($"'{function.TypeName}' object is not callable");
}
