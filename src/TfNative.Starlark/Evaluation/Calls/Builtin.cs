using System.Text;

namespace TfNative.Starlark;

/// <summary>The code of a builtin: reads its arguments from the context and returns the result.</summary>
public delegate Value BuiltinHandler(in CallContext context);

/// <summary>A function that host code or this library defines.</summary>
public sealed class Builtin : StarlarkObject, IStarlarkCallable
{
    private readonly Value[] defaults;
    private readonly BuiltinHandler handler;

    /// <param name="name">The name that messages show.</param>
    /// <param name="signature">
    /// The parameters in Starlark syntax: <c>"include=[], *, allow_empty=unbound"</c>. <c>/</c> makes those before it
    /// positional-only, a default of <c>unbound</c> gives <see cref="Value.Unbound"/>. Defaults are literals; lists
    /// and dicts among them are empty and frozen.
    /// </param>
    /// <param name="handler">Finds arguments by the index of their parameter.</param>
    public Builtin(string name, string signature, BuiltinHandler handler)
    {
        Name = name;
        this.handler = handler;
        (Signature, defaults) = SignatureParser.Parse(name, signature);
    }

    public override string TypeName => "builtin_function_or_method";

    /// <summary>As in Bazel, builtins cannot be keys; functions defined in Starlark can.</summary>
    public override bool IsHashable => false;

    public string Name { get; }

    public IReadOnlyList<Parameter> Parameters => Signature.Parameters;

    internal Signature Signature { get; }

    public Value Call(StarlarkThread thread, ReadOnlySpan<Value> args, ReadOnlySpan<(string Name, Value Value)> kwargs) =>
        Call(thread, default, args, kwargs);

    public override void AppendRepr(StringBuilder text) => text.Append("<built-in function ").Append(Name).Append('>');

    internal Value Call(
        StarlarkThread thread, Value self, ReadOnlySpan<Value> args, ReadOnlySpan<(string Name, Value Value)> kwargs)
    {
        if (kwargs.Length == 0)
            return CallPositional(thread, self, args);
        return CallPlanned(thread, self, Calls.Combine(args, kwargs), Plan(args.Length, Calls.Names(kwargs)));
    }

    internal Value CallPositional(StarlarkThread thread, Value self, ReadOnlySpan<Value> args)
    {
        if (Signature.IsPlain && args.Length == Signature.Count)
            return Invoke(thread, self, args);
        return Signature.IsPlain && Signature.Count <= ValueQuad.Capacity && args.Length < Signature.Count && args.Length >= Signature.RequiredCount
            ? CallWithDefaults(thread, self, args)
            : CallPlanned(thread, self, args, PositionalPlan(args.Length));
    }

    /// <summary>Few parameters, the first of which are given: optional ones come after required ones.</summary>
    private Value CallWithDefaults(StarlarkThread thread, Value self, ReadOnlySpan<Value> args)
    {
        ValueQuad buffer = default;
        Span<Value> slots = ((Span<Value>)buffer)[..defaults.Length];
        int given = args.Length;
        for (int i = 0; i < slots.Length; i++)
            slots[i] = i < given ? args[i] : defaults[i];
        return Invoke(thread, self, slots);
    }

    internal Value CallPlanned(StarlarkThread thread, Value self, ReadOnlySpan<Value> args, CallPlan plan)
    {
        int count = Signature.Count;
        if (count > ValueBuffer.Capacity)
            return CallRented(thread, self, args, plan);
        ValueBuffer buffer = default;
        Span<Value> slots = ((Span<Value>)buffer)[..count];
        plan.Apply(args, slots, defaults, forBuiltin: true);
        return Invoke(thread, self, slots);
    }

    private Value CallRented(StarlarkThread thread, Value self, ReadOnlySpan<Value> args, CallPlan plan)
    {
        int count = Signature.Count;
        Span<Value> slots = thread.Rent(count);
        plan.Apply(args, slots, defaults, forBuiltin: true);
        Value result = Invoke(thread, self, slots);
        thread.Release(count);
        return result;
    }

    private CallPlan PositionalPlan(int count)
    {
        try
        {
            return Signature.PositionalPlan(count);
        }
        catch (StarlarkException e) when (e.NoteBuiltin(Name))
        {
            throw;
        }
    }

    private CallPlan Plan(int positionalCount, string[] names)
    {
        try
        {
            return new CallPlan(Signature, positionalCount, names);
        }
        catch (StarlarkException e) when (e.NoteBuiltin(Name))
        {
            throw;
        }
    }

    private Value Invoke(StarlarkThread thread, Value self, ReadOnlySpan<Value> slots)
    {
        try
        {
            return handler(new CallContext(thread, this, self, slots));
        }
        catch (StarlarkException e) when (e.NoteBuiltin(Name))
        {
            throw;
        }
    }
}
