using System.Text;

namespace TfNative.Starlark;

/// <summary>A function that a <c>def</c> or lambda made.</summary>
public sealed class StarlarkFunction : StarlarkObject, IStarlarkCallable
{
    private readonly FunctionCode code;
    private readonly Value[] defaults;
    private readonly Cell[] free;
    private bool frozen;

    internal StarlarkFunction(FunctionCode code, Module module, Value[] defaults, Cell[] free, string? doc)
    {
        this.code = code;
        this.defaults = defaults;
        this.free = free;
        Module = module;
        Doc = doc;
    }

    public override string TypeName => "function";

    public string Name => code.Name;

    /// <summary>In the order of the definition, except that <c>*args</c> and <c>**kwargs</c> come last.</summary>
    public IReadOnlyList<Parameter> Parameters => code.Signature.Parameters;

    /// <summary>The text of the string literal that is the body's first statement.</summary>
    public string? Doc { get; }

    public Location Location => code.Source.GetLocation(code.Position);

    /// <summary>The module whose file defines the function.</summary>
    public Module Module { get; }

    internal Signature Signature => code.Signature;

    /// <summary>Whether there is <c>*args</c> or <c>**kwargs</c>.</summary>
    internal bool HasExtras => code.HasExtras;

    internal Value[] Defaults => defaults;

    internal bool IsPlain => code.IsPlain;

    /// <summary>The number of parameters.</summary>
    internal int Arity => code.Arity;

    /// <summary>The default of a parameter; <see cref="Value.Unbound"/> if it has none.</summary>
    public Value GetDefault(int parameter) => defaults[parameter];

    public Value Call(StarlarkThread thread, ReadOnlySpan<Value> args, ReadOnlySpan<(string Name, Value Value)> kwargs)
    {
        if (kwargs.Length == 0)
            return CallPositional(thread, args);
        var plan = new CallPlan(Signature, args.Length, Calls.Names(kwargs));
        return CallPlanned(thread, Calls.Combine(args, kwargs), plan);
    }

    public override void AppendRepr(StringBuilder text)
    {
        text.Append("<function ").Append(Name);
        if (Module.HostData is { } origin)
            text.Append(" from ").Append(origin);
        text.Append('>');
    }

    public override void Freeze()
    {
        if (frozen)
            return;
        frozen = true;
        foreach (Value value in defaults)
            value.Freeze();
        foreach (Cell cell in free)
            cell.Value.Freeze();
    }

    internal Value CallPositional(StarlarkThread thread, ReadOnlySpan<Value> args)
    {
        Signature signature = code.Signature;
        if (!signature.IsPlain || args.Length != signature.Count)
            return CallPlanned(thread, args, signature.PositionalPlan(args.Length));
        Frame frame = thread.Push(code, Module, free);
        args.CopyTo(frame.Locals);
        return code.Run(frame);
    }

    /// <summary>A frame for a call whose arguments the caller stores.</summary>
    internal Frame Enter(StarlarkThread thread) => thread.Push(code, Module, free);

    internal Value Run(Frame frame) => code.Run(frame);

    internal Value CallPlanned(StarlarkThread thread, ReadOnlySpan<Value> args, CallPlan plan)
    {
        Frame frame = thread.Push(code, Module, free);
        plan.Apply(args, frame.Locals, defaults, forBuiltin: false);
        return code.Run(frame);
    }
}
